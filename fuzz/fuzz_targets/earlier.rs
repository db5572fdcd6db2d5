#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| byoc_readiness_fuzz::earlier(input));
