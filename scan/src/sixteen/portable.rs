//! In plain Rust, as loops of which a compiler makes the machine's own vectors.

use core::array::from_fn;

use super::{Set, WIDTH};

/// Sixteen bytes.
#[derive(Clone, Copy)]
pub struct Sixteen([u8; WIDTH]);

/// Which of the sixteen: all bits of a byte, or none.
#[derive(Clone, Copy)]
pub struct Marks([u8; WIDTH]);

impl Sixteen {
    /// These.
    #[inline]
    pub fn of(bytes: &[u8; WIDTH]) -> Sixteen {
        Sixteen(*bytes)
    }

    /// Which are this one.
    #[inline]
    pub fn are(self, byte: u8) -> Marks {
        self.marks(|one| one == byte)
    }

    /// Which are less than this one.
    #[inline]
    pub fn less(self, byte: u8) -> Marks {
        self.marks(|one| one < byte)
    }

    /// Which are neither printable ASCII nor LF.
    #[inline]
    pub fn outside_text(self) -> Marks {
        self.marks(|one| !(0x20..0x80).contains(&one) && one != b'\n')
    }

    /// Which are in a set.
    #[inline]
    pub fn within(self, set: &Set) -> Marks {
        self.marks(|one| set.has(one))
    }

    /// Which are not those of another sixteen.
    #[inline]
    pub fn differ(self, other: Sixteen) -> Marks {
        Marks(from_fn(|at| mark(self.0[at] != other.0[at])))
    }

    #[inline]
    fn marks(self, is_it: impl Fn(u8) -> bool) -> Marks {
        Marks(from_fn(|at| mark(is_it(self.0[at]))))
    }
}

impl Marks {
    /// Those and these.
    #[inline]
    pub fn or(self, other: Marks) -> Marks {
        Marks(from_fn(|at| self.0[at] | other.0[at]))
    }

    /// Those that are these too.
    #[inline]
    pub fn and(self, other: Marks) -> Marks {
        Marks(from_fn(|at| self.0[at] & other.0[at]))
    }

    /// A bit for each, the first one lowest.
    #[inline]
    pub fn bits(self) -> u16 {
        (0..WIDTH).fold(0, |bits, at| bits | u16::from(self.0[at] & 1) << at)
    }

    /// Whether there is one.
    #[inline]
    pub fn any(self) -> bool {
        u128::from_ne_bytes(self.0) != 0
    }
}

#[inline]
fn mark(is_it: bool) -> u8 {
    if is_it { u8::MAX } else { 0 }
}
