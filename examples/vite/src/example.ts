/** What the collector prints in an account that is made up: vCPU is short by 16, VPC by 1. */
export const EXAMPLE = `{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:ec2/L-1216C47A","Value":128.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:ebs/L-7A658B76","Value":50.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:ec2/L-0263D0A3","Value":5.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:vpc/L-F678F1CE","Value":5.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:vpc/L-29B6F2EB","Value":50.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:elasticloadbalancing/L-69A177A2","Value":50.0}
{"denied":"route53/L-4EA4796A","what":"limit","error":"AccessDeniedException"}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:eks/L-1194D53C","Value":100.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:vpc/L-FE5A380F","Value":5.0}
{"QuotaArn":"arn:aws:servicequotas:us-west-2:123456789012:vpc/L-A4707A72","Value":5.0}
{"QuotaArn":"arn:aws:servicequotas::123456789012:s3/L-DC2B2D3D","Value":10000.0}
{"QuotaArn":"arn:aws:servicequotas::123456789012:iam/L-E95E4862","Value":1500.0}
{"QuotaArn":"arn:aws:servicequotas::123456789012:iam/L-FE177D64","Value":1000.0}
{"QuotaArn":"arn:aws:servicequotas::123456789012:iam/L-0DA4ABF3","Value":10.0}
{"use":"ec2/L-1216C47A","region":"us-west-2","account":"123456789012","cores1":0,"cores2":32,"other":0,"types":[]}
{"use":"ebs/L-7A658B76","region":"us-west-2","account":"123456789012","gib":1270}
{"use":"ec2/L-0263D0A3","region":"us-west-2","account":"123456789012","count":2}
{"use":"vpc/L-F678F1CE","region":"us-west-2","account":"123456789012","count":4}
{"use":"elasticloadbalancing/L-69A177A2","region":"us-west-2","account":"123456789012","count":3}
{"use":"route53/L-4EA4796A","region":"us-east-1","account":"123456789012","count":12}
{"use":"eks/L-1194D53C","region":"us-west-2","account":"123456789012","count":1}
{"use":"vpc/L-FE5A380F","region":"us-west-2","account":"123456789012","count":3}
{"use":"vpc/L-A4707A72","region":"us-west-2","account":"123456789012","count":3}
{"use":"s3/L-DC2B2D3D","region":"us-east-1","account":"123456789012","count":41}
{"use":"iam/L-E95E4862","region":"us-east-1","account":"123456789012","count":23,"limit":1500}
{"use":"iam/L-FE177D64","region":"us-east-1","account":"123456789012","count":87,"limit":1000}
`;
