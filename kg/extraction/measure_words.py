"""The word lists of observations, loaded once."""

from kg.lexicon import WordLists, load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse
from kg.model.quantity import Quantity
from kg.ontology import Ontology

_VOLTAGE = "voltage"


class MeasureWords:
    """What the measures lexicon says; see its comments."""

    def __init__(self, ontology: Ontology) -> None:
        words = load_lexicon("measures")
        self.ontology = ontology
        self.nouns = words.get("measure_nouns")
        self.nouns |= {word.upper() for word in words.get("measure_acronyms")}
        self.vague = words.get("vague_nouns")
        self.none = words.get("no_measures")
        self.plain_verbs = words.get("plain_verbs")
        self.homes = words.get("homes")
        self.uncounted = words.get("uncounted")
        self.people = words.get("people")
        self.population = next(iter(words.get("population")))
        self.peopled = words.get("peopled_nouns")
        self.falling = words.get("fall_verbs")
        self.up, self.down = words.get("up"), words.get("down")
        self.lessening = self.down | words.get("lessening")
        self.change_nouns = words.get("change_nouns")
        self.falling = self.falling | words.get("falling_nouns")
        self.rank_fields = words.get("rank_fields")
        self.participles = {lemma: word for word, lemma in words.get_mapping("participles").items()}
        self.past = frozenset(self.participles.values())
        self.named_counts = words.get_mapping("named_counts")
        self.bare_counts = words.get_mapping("bare_counts")
        self.share_verbs = words.get("share_verbs")
        self.share = next(iter(words.get("share")))
        self.yearly = words.get("yearly")
        self.backers = words.get("backers")
        self.goods_units = words.get("goods_units")
        self.bare_goods = words.get_mapping("bare_goods")
        self.parts_owned = words.get("parts_owned")
        self.traded, self.exchanged = words.get("traded_verbs"), words.get("exchanged")
        self.traded_names = words.get_mapping("traded_names")
        self.turned = words.get("turned_verbs")
        self.amount_verbs = words.get("amount_verbs")
        self.amount_nouns = words.get("amount_nouns")
        self.of_values = words.get_mapping("value_measures")
        self.lasting = frozenset(self.of_values.values())
        self.of_money = words.get_mapping("money_measures")
        self.things = (*dict.fromkeys(self.of_money),)
        self._read_reports(words)

    def _read_reports(self, words: WordLists) -> None:
        """The words of reports' sentences."""
        self.multiples = {
            verb: int(share) for verb, share in words.get_mapping("multiply_verbs").items()
        }
        self.totals, self.inhabitants = words.get("totals"), words.get("inhabitants")
        self.supplied_goods = words.get("supplied_goods")
        self.counted_places = words.get("counted_places")
        self.money_verbs = words.get_mapping("money_verbs")
        self.time_needed = next(iter(words.get("time_needed")))
        self.stock, self.attendance = (next(iter(words.get(k))) for k in ("stock", "attendance"))
        self.takings = words.get("payouts") | words.get("firm_measures") | {"asset", "deposit"}
        self.payouts = words.get("payouts")
        self.share_words, self.holders = words.get("share_words"), words.get("share_holders")
        self.reports = words.get("reports") - self.nouns - words.get("aim_nouns")
        self.time_units = words.get("time_units")
        self.stakes = words.get("stakes")
        self.in_money = words.get("money_nouns")
        self.told_in_money = self.in_money | words.get("often_in_money")
        self.making = words.get("making_verbs")
        self.people_verbs = words.get_mapping("people_verbs")
        self.places = words.get("places")
        self.linking = words.get("linking_verbs")
        self.jobs = words.get("jobs")
        self.job_nouns = words.get_mapping("job_nouns")
        self.economy = next(iter(words.get("economy")))
        self.counted_too = words.get("counted_too")
        self.partnering = words.get_mapping("partnering_verbs")
        self.building_nouns = load_lexicon("triggers").get("building_nouns")
        self.setting = words.get("setting_verbs")
        self.valuing = words.get("valuing_verbs")
        self.set_nouns = words.get("set_nouns")
        self.duties = words.get("duty_nouns")
        self.index_nouns = words.get("index_nouns")
        self.measured_times = words.get("measured_times")
        self.extents = words.get_mapping("extents")
        self.guest_nouns, self.envoys = words.get("guest_nouns"), words.get("envoys")
        self._read_changes(words)
        self._read_places(words)
        self._read_holdings(words)

    def may_multiply(self, parse: Parse) -> bool:
        """Whether a word may multiply what is measured: "doubled", "a doubling of sales"."""
        begun = any(word.lower().startswith(self.multiplying) for word in parse.words)
        return begun or any(
            lemma in self.multiples or lemma in self.multiple_nouns for lemma in parse.lemmas
        )

    def _read_changes(self, words: WordLists) -> None:
        """The words of changes, records and of what is handled, given and visited."""
        self.multiple_nouns = {
            noun: int(share) for noun, share in words.get_mapping("multiple_nouns").items()
        }
        self.multiplying = tuple(verb.removesuffix("e") for verb in self.multiples)
        self.arriving = words.get("arriving_verbs")
        self.container_units = words.get("container_units")
        self.containers = next(iter(words.get("containers")))
        self.reporting = words.get("report_verbs")
        self.records = words.get("record_nouns")
        self.plural_alike = words.get("plural_alike")
        self.visiting = words.get("visiting_verbs")
        self.energy_units = words.get("energy_units")
        self.energy = next(iter(words.get("energy")))
        self.macro = words.get("macro_nouns")
        self.foreseeing = words.get("foreseeing_verbs")
        self.counted_measures = words.get("counted_measures")
        self.of_people = words.get("of_people")
        self.traded_nouns = words.get("traded_nouns")
        self.unmeasured = words.get("unmeasured_nouns")
        self.worked = words.get("works_verbs")
        self.rankings = words.get("rankings")
        self.governing = words.get("governing_nouns")
        self.sums = words.get("sum_nouns")
        self.sums_alone = self.sums - {"number"}
        self.uncounting = words.get("uncounting_verbs")
        self.adding_up = words.get("adding_up_verbs")
        self.making_up = words.get("making_up_verbs")
        self.making_up_of = words.get_mapping("making_up_words")
        self.exceeding = words.get("exceeding_verbs")
        self.limiting = words.get("limiting_verbs")
        self.served = words.get("served_nouns")
        self.giving = words.get("giving_verbs")
        self.giving_to = words.get("giving_to_verbs")
        self.work = words.get("work_nouns")
        self.employment = next(iter(words.get("employment")))
        self.throughput = next(iter(words.get("throughput")))
        self.paces = words.get("pace_nouns")

    def _read_places(self, words: WordLists) -> None:
        """The words of what goes out into the world and of what something can hold."""
        self.told_one_by_one = words.get("told_one_by_one")
        self.outward_verbs = words.get("outward_verbs")
        self.outward_places = words.get("outward_places")
        self.capacity_verbs = words.get("capacity_verbs")
        self.capacity = next(iter(words.get("capacity")))

    def _read_holdings(self, words: WordLists) -> None:
        """The words of what somebody has, and of what stands before a thing."""
        self.picking = words.get("picking_words")
        self.held_sums = words.get("held_sums")
        self.holding = words.get("holding_verbs")
        self.groups, self.counted_sites = words.get("group_nouns"), words.get("counted_sites")
        self.counted_before = words.get("counted_before")
        self.doers = words.get_mapping("doers")
        self.sums_of_heads = words.get_mapping("sums_of_heads")
        self.work_costs = words.get("work_costs")
        self.own_costs = words.get("own_costs")
        self.sums_upon = {k: words.get(f"sums_{k}") for k in ("against", "on", "at")}
        self.own_parts, self.imposing = words.get("own_part_verbs"), words.get("imposing_verbs")
        self.sum_giving = words.get("sum_giving")
        self.lent_sums = words.get("lent_sums")
        self.rounds, self.round_telling = words.get("round_nouns"), words.get("round_telling")
        self.funding_round = next(iter(words.get("funding_round")))
        self.covering = words.get("covering_verbs")
        self.starting = words.get("starting_verbs")
        self.allocation = next(iter(words.get("allocation")))
        self.buyback = next(iter(words.get("buyback")))
        self.payment, self.spent = (next(iter(words.get(n))) for n in ("payment", "spent"))
        self.wanting, self.earning = words.get("wanting_verbs"), words.get("earning_verbs")
        self.wanted_things = words.get_mapping("wanted_things")
        self.open_sums, self.leading = words.get("open_sums"), words.get("leading_verbs")
        self.counted_vague = words.get("counted_vague")
        self.light = words.get("light_verbs")
        self.in_need = words.get("needed_sums")
        self.earned = next(iter(words.get("earned")))
        self.owned = self.holders | self.stakes | {"shares"}
        self.getting, self.many_only = words.get("getting_verbs"), words.get("counted_if_many")
        self.dealt = words.get("dealt_nouns")
        self.bidding = words.get("bidding_verbs")
        self.issuing, self.offerings = words.get("issuing_verbs"), words.get("offering_nouns")
        self.used_capacity = next(iter(words.get("used_capacity")))
        self.issuing_debt, self.debts = words.get("issuing_debt_verbs"), words.get("debts")
        self.issue_price = next(iter(words.get("issue_price")))
        self._read_prices(words)

    def _read_prices(self, words: WordLists) -> None:
        """The words of goods that markets trade, and of their prices."""
        self.commodities = words.get("commodities")
        self.kinds_of_goods = words.get("commodity_kinds")
        self.price_heads = words.get("price_heads")
        self.world_measures = words.get("world_measures")
        self.unpriced = words.get("unpriced")
        self.pricing = words.get("pricing_verbs")
        self.moving = words.get("rise_verbs") | words.get("fall_verbs")
        self.usual_units = words.get_mapping("usual_units")
        self.price_units = words.get_mapping("price_units")

    def name_for(self, value: Mention, thing: Mention) -> str | None:
        """What a value beside a thing measures, by its unit: "cost", "capacity", "length"; else None."""
        if value.origin == "money":
            return next(
                (m for kind, m in self.of_money.items() if self.ontology.is_a(thing.type, kind)),
                None,
            )
        named = self.name_of_unit(value)
        nameless = thing.kind is not MentionKind.NAME  # "a 400-kilovolt line" is a kind of lines
        return None if named == _VOLTAGE and nameless else named

    def name_of_unit(self, value: Mention) -> str | None:
        """ "capacity", "length", "area": what a value measures by its unit alone."""
        quantity = value.value
        return self.of_values.get(quantity.unit) if isinstance(quantity, Quantity) else None
