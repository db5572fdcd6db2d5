//! Sixteen bytes, asked at once. The browser's way and everybody else's give the same.

#[cfg(not(target_arch = "wasm32"))]
mod portable;
#[cfg(target_arch = "wasm32")]
mod wasm;

#[cfg(not(target_arch = "wasm32"))]
pub use portable::Sixteen;
#[cfg(target_arch = "wasm32")]
pub use wasm::Sixteen;

/// How many bytes are asked at once.
pub const WIDTH: usize = 16;

/// A set of bytes, told by both halves of each: a byte is in it where the entries of its low and
/// its high half have a bit in common.
pub struct Set {
    low: [u8; WIDTH],
    high: [u8; WIDTH],
}

impl Set {
    /// Of groups of high halves that go with the same low halves, eight groups at most.
    pub const fn of(groups: &[(&[u8], &[u8])]) -> Set {
        assert!(groups.len() <= 8);
        let (mut low, mut high) = ([0; WIDTH], [0; WIDTH]);
        let mut group = 0;
        while group < groups.len() {
            let (highs, lows) = groups[group];
            let mut at = 0;
            while at < highs.len() {
                high[highs[at] as usize] |= 1 << group;
                at += 1;
            }
            at = 0;
            while at < lows.len() {
                low[lows[at] as usize] |= 1 << group;
                at += 1;
            }
            group += 1;
        }
        Set { low, high }
    }

    /// Whether it holds this byte.
    #[inline]
    pub const fn has(&self, byte: u8) -> bool {
        self.low[(byte & 15) as usize] & self.high[(byte >> 4) as usize] != 0
    }
}
