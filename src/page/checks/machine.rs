//! The machine that runs Terraform: its operating system, and how Terraform gets onto it.

use leptos::prelude::*;

use super::parts::{fold, note};
use super::{Found, press, says, toggle};
use crate::data::terraform_install::{INSTALLS, Install, System};
use crate::decide::{TERRAFORM_VERSION, check_label as label};
use crate::page::copy::CopyBlock;
use crate::page::dynamic::{flag, text};
use crate::page::store::{Store, store};
use crate::report::{Answer, CheckId, Outcome};
use crate::text::{current, say};
use crate::words;

const ID: CheckId = CheckId::OperatingSystem;

/// The id of the browser's guess.
const GUESS: &str = "guess";

/// What is known of the machine's system.
#[derive(Clone, Copy)]
pub struct Machine {
    store: Store,
    /// The one that this browser runs on: often the same, and never an answer by itself.
    guess: Option<System>,
}

impl Machine {
    /// With the browser's guess.
    pub fn new() -> Machine {
        let store = store();
        let agent = window().navigator().user_agent().unwrap_or_default();
        Machine { store, guess: System::of_user_agent(&agent) }
    }

    /// An answer that is cleared leaves nothing behind for the next customer.
    pub fn forget_with_its_answer(self) {
        Effect::new(move |_| {
            if self.answer() != Some(Answer::Yes) {
                self.store.system.set(None);
            }
        });
    }

    fn answer(self) -> Option<Answer> {
        super::given(self.store, ID)
    }

    /// Whether this one was chosen.
    fn is_chosen(self, system: System) -> bool {
        self.answer() == Some(Answer::Yes) && self.store.system.get() == Some(system)
    }

    /// The chosen system; while none is, the guess.
    fn system(self) -> Option<System> {
        match self.answer() {
            Some(Answer::No) => None,
            _ => self.store.system.get().or(self.guess),
        }
    }

    /// Chooses a system; the chosen one is taken back.
    fn choose(self, system: System) {
        let was_chosen = untrack(|| self.is_chosen(system));
        let (chosen, answer) =
            if was_chosen { (None, None) } else { (Some(system), Some(Answer::Yes)) };
        self.store.system.set(chosen);
        self.store.answer(|answers| match answer {
            Some(answer) => {
                answers.answers.insert(ID, answer);
            }
            None => {
                answers.answers.remove(&ID);
            }
        });
    }
}

/// The systems of the document, the browser's own marked as a guess, and any other.
pub fn choice(machine: Machine) -> AnyView {
    let button = move |system: System| {
        let is_chosen = move || machine.is_chosen(system);
        let is_guess = machine.guess == Some(system);
        view! {
            <span class="system" class:guess=is_guess>
                {press(system.name(), is_chosen, move || machine.choose(system))}
            </span>
        }
    };
    let is_none = move || machine.answer() == Some(Answer::No);
    // The guess goes away once somebody answers.
    let described: Box<dyn FnMut() -> Option<&'static str> + Send> =
        Box::new(move || machine.answer().is_none().then_some(GUESS));
    view! {
        <div class="systems" role="group" aria-label=label(ID) aria-describedby=described>
            {System::ALL.into_iter().map(button).collect_view()}
            {press(words!("page.other-system"), is_none, move || toggle(machine.store, ID, Answer::No))}
        </div>
    }
    .into_any()
}

/// What the browser guesses, until somebody answers.
pub fn guess(machine: Machine, found: Found) -> AnyView {
    let says = match machine.guess {
        Some(system) => say(current(), "page.guess", &[("system", &system.name().into())]),
        None => words!("page.no-guess").to_owned(),
    };
    let is_answered = flag(move || found.outcome() != Outcome::Open);
    view! { <p class="help note" id=GUESS hidden=is_answered>{says}</p> }.into_any()
}

/// How Terraform is installed on the machine, and what shows that it is.
pub fn install(machine: Machine, found: Found) -> AnyView {
    let version = view! {
        <div class="help" hidden=flag(move || !found.wants_help.get())>
            {note(words!("page.terraform-paste").into_any())}
            {block(TERRAFORM_VERSION, words!("page.terraform-command").to_owned())}
        </div>
    };
    let commands = |install: &'static Install| {
        let is_other = flag(move || machine.system() != Some(install.system));
        let label = say(current(), "page.install-on", &[("place", &install.place.into())]);
        view! {
            <div hidden=is_other>
                <p class="place">{install.place}</p>
                {block(install.commands, label)}
            </div>
        }
    };
    let refers = view! {
        <div hidden=flag(move || machine.system() == Some(System::MacOs))>
            {says::paragraphs(CheckId::TerraformInstalled)}
        </div>
    };
    let body = view! {
        {INSTALLS.iter().map(commands).collect_view()}
        {refers}
    };
    let title = text(move || match machine.system() {
        Some(system) => {
            let of = [("name", &words!("page.install").into()), ("aside", &system.name().into())];
            say(current(), "label.aside", &of)
        }
        None => words!("page.install").to_owned(),
    });
    view! {
        {version}
        {fold(found.wants_help, flag(|| false), title, body.into_any())}
    }
    .into_any()
}

fn block(commands: &'static str, label: String) -> AnyView {
    let text = Signal::derive(move || commands.to_owned());
    view! { <CopyBlock text=text label=label /> }.into_any()
}
