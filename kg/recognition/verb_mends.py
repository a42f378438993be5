"""What mends words that the tagger takes for other parts of speech, before names are known."""

from collections.abc import Callable

from kg.model.parse import Parse
from kg.recognition.bounded_values import BoundMender
from kg.recognition.callings_like_verbs import mend_callings
from kg.recognition.headline_aims import mend_aims
from kg.recognition.headline_signers import mend_signers
from kg.recognition.nouns_like_verbs import NounMender
from kg.recognition.particle_links import mend_particle_links
from kg.recognition.partners_with_aims import mend_marked_partners, mend_partners
from kg.recognition.prefixed_verbs import PrefixMender
from kg.recognition.seen_changes import mend_seen_changes
from kg.recognition.things_had import mend_things_had
from kg.recognition.title_rows import mend_title_rows
from kg.recognition.tokens import Tokens
from kg.recognition.verb_rows import VerbRowMender
from kg.recognition.verbs_behind_asides import mend_verbs_behind_asides
from kg.recognition.verbs_like_nouns import VerbMender
from kg.recognition.works_participles import WorksMender


def list_verb_mends() -> list[Callable[[Tokens], Parse | None]]:
    """They in the order in which it must be done; each gives None where it has nothing to mend."""
    return [
        mend_particle_links,
        PrefixMender().mend,
        VerbRowMender().mend,
        VerbMender().mend,
        mend_verbs_behind_asides,
        mend_seen_changes,
        mend_things_had,
        mend_signers,
        mend_aims,
        mend_partners,
        mend_marked_partners,
        NounMender().mend,
        mend_callings,
        mend_title_rows,
        BoundMender().mend,
        WorksMender().mend,
    ]
