//! Choices whose members are called something: in files, on the command line, in messages, in the names of files.

/// Makes a choice of one list: the type, what each of its members is called, and with `in ALL` all of them in their order. After the type's
/// name stands that of the function that says what a member is called.
macro_rules! named {
    (
        $(#[$about:meta])*
        $vis:vis enum $name:ident: $called:ident in ALL { $($(#[$doc:meta])* $one:ident = $word:literal),+ $(,)? }
    ) => {
        $crate::base::named! { $(#[$about])* $vis enum $name: $called { $($(#[$doc])* $one = $word),+ } }

        impl $name {
            /// All of them, in their order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$one),+];
        }
    };
    ($(#[$about:meta])* $vis:vis enum $name:ident: $called:ident { $($(#[$doc:meta])* $one:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        $vis enum $name {
            $($(#[$doc])* $one,)+
        }

        impl $name {
            /// What it is called.
            pub fn $called(self) -> &'static str {
                match self {
                    $(Self::$one => $word,)+
                }
            }
        }
    };
}

pub(crate) use named;
