//! Bytes as text that an address may hold, and whether they arrived as they were sent.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use data_encoding::BASE64URL_NOPAD;

/// Base64 for addresses, without padding (RFC 4648, section 5).
pub fn encode(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

/// The bytes of such a text; `None` for one that [`encode`] does not make of any.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(text.as_bytes()).ok()
}

/// CRC-32 as Ethernet and gzip have it: finds every change of up to 32 neighbouring bits.
pub fn checksum(parts: &[&[u8]]) -> u32 {
    // A link is short: a table would take longer to load than it saves.
    const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut sum = CRC.digest();
    for part in parts {
        sum.update(part);
    }
    sum.finalize()
}

#[cfg(test)]
mod tests {
    use super::{checksum, decode, encode};

    /// The vectors of RFC 4648, section 10, without their padding.
    #[test]
    fn bytes_are_written_as_the_standard_has_it() {
        let vectors =
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (bytes, text) in vectors {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(encode(&[0xfb, 0xff, 0xfe]), "-__-");
    }

    #[test]
    fn what_is_written_otherwise_is_refused() {
        for text in ["Z", "Zg==", "Zh", "Zm9", "Zm9v\n", "Zm+v", "Zm/v", "Zm9vé"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    /// The check value of the catalogue of CRCs.
    #[test]
    fn the_checksum_is_crc_32() {
        assert_eq!(checksum(&[b"1234", b"56789"]), 0xcbf4_3926);
    }
}
