using Xunit.Sdk;

namespace GiftCardSdk.Conformance.Tests.Broken;

/// <summary>Each suite fails for an adapter that is wrong in what the suite is about. The sound adapter, the guide's, passes all of them.</summary>
public sealed class BrokenAdapterTests
{
    private static readonly Dictionary<string, (Func<Task> Check, string Says)> Checks = new(StringComparer.Ordinal)
    {
        ["catalog: filters too much"] = (() => new Catalog<FiltersTooMuch>().A_filter_leaves_exactly_what_matches(), "lost [tea-eur]"),
        ["catalog: misreads units"] = (
            () => new Catalog<MisreadsUnits>().Every_product_can_be_shown_and_ordered(),
            "more decimal places than its currency"
        ),
        ["paging: reads one page"] = (() => new Paging<ReadsOnePage>().Every_product_is_listed_once(), "3 of 5 products are not listed"),
        ["paging: takes an error for the end"] = (
            () => new Paging<EndsOnError>().A_page_that_cannot_be_read_is_an_error_and_not_the_end(),
            "listing must fail. Instead it went well"
        ),
        ["listing: reads one page"] = (
            () => new Listing<ListsOnePage>().Every_order_that_was_sold_is_listed_once(),
            "orders are not listed"
        ),
        ["listing: takes an error for the end"] = (
            () => new Listing<EndsAListOnError>().A_list_that_cannot_be_read_is_an_error_and_not_the_end(),
            "listing must fail. Instead it went well"
        ),
        ["listing: mixes keys up"] = (
            () => new Listing<ListsAnotherKey>().A_listed_order_is_the_one_that_was_sold(),
            "is listed as another"
        ),
        ["listing: ignores the period"] = (
            () => new Listing<IgnoresThePeriod>().An_order_of_another_time_is_left_out_if_its_time_is_shown(),
            "is listed among those of"
        ),
        ["money: rounds cents"] = (
            () => new MoneyOnTheWire<RoundsMoney>().A_face_value_is_sold_as_it_was_asked_for(2),
            "expected 5.01 EUR, found 5.00 EUR"
        ),
        ["money: rounds fils"] = (
            () => new MoneyOnTheWire<RoundsMoney>().A_face_value_is_sold_as_it_was_asked_for(3),
            "expected 0.501 KWD, found 1.000 KWD"
        ),
        ["shapes: buys one card of several"] = (
            () => new OrderShapes<BuysOneCard>().Every_card_of_a_larger_order_is_sold(),
            "cards sold: expected 3, found 1"
        ),
        ["shapes: promises more lines than it sends"] = (
            () => new OrderShapes<PromisesTooMuch>().Every_card_of_a_larger_order_is_sold(),
            "cards sold: expected 2, found 1"
        ),
        ["shapes: sends no address"] = (
            () => new OrderShapes<SendsNoAddress>().An_order_of_each_delivery_is_sold_as_it_was_written(),
            "Email: the cards were not sent to whom they were ordered for"
        ),
        ["shapes: sends every card to one address"] = (
            () => new OrderShapes<SendsAllToOne>().Every_card_of_a_larger_order_is_sold(),
            "Email: the cards were not sent to whom they were ordered for"
        ),
        ["shapes: swaps the product"] = (
            () => new OrderShapes<SwapsTheProduct>().An_order_of_each_delivery_is_sold_as_it_was_written(),
            "the product of each card: expected tea-eur, found tea-gbp"
        ),
        ["shapes: adds up the cards"] = (
            () => new OrderShapes<AddsUpTheCards>().Every_card_of_a_larger_order_is_sold(),
            "cards sold: expected 3, found 1"
        ),
        ["status: puts the PIN into the code"] = (
            () => new Status<PutsThePinIntoTheCode>().A_card_is_shown_with_the_code_it_was_sold_with(),
            "the Code of a card is not the one that it was sold with"
        ),
        ["status: mixes PINs up"] = (
            () => new Status<MixesPinsUp>().A_card_is_shown_with_the_code_it_was_sold_with(),
            "code, PIN and link of different cards are mixed up"
        ),
        ["status: shows one code for all"] = (
            () => new Status<ShowsOneCodeForAll>().A_card_is_shown_with_the_code_it_was_sold_with(),
            "the Code of a card is not the one that it was sold with"
        ),
        ["balances: mistakes the currency"] = (
            () => new Balances<MistakesTheCurrency>().What_can_be_spent_is_shown_exactly("1234.56"),
            "expected 1234.56 EUR"
        ),
        ["injection: reads its options once"] = (
            () => new Injection<ReadsOptionsOnce>().Replaced_credentials_are_used_without_a_restart(),
            "a call still came without them"
        ),
        ["idempotency: drops the id of a conflict"] = (
            () => new Idempotency<DropsTheConflictsId>().A_conflict_that_names_the_first_order_leads_to_it(),
            "the order that the repeat leads to: expected nl1"
        ),
        ["idempotency: makes up keys"] = (
            () => new Idempotency<MakesUpKeys>().The_provider_sees_the_key_of_the_reference("a-1"),
            "expected a-1, found a-1-1"
        ),
        ["idempotency: buys again under a new key"] = (
            () => new Idempotency<MakesUpKeys>().An_order_whose_answer_is_lost_is_bought_once(ConformanceFault.AnswerLost),
            "bought 2 times"
        ),
        ["idempotency: calls a loss a refusal"] = (
            () => new Idempotency<CallsALossARefusal>().An_order_whose_answer_is_lost_is_bought_once(ConformanceFault.AnswerLost),
            "the order was sold, and the exception says NothingCreated"
        ),
        ["idempotency: forgets a refused repeat's order"] = (
            () => new Idempotency<CallsALossARefusal>().A_refused_repeat_says_nothing_about_the_attempt_before_it(),
            "expected MayExist, found NothingCreated"
        ),
        ["look-up: takes errors for misses"] = (
            () => new LookUp<TakesErrorsForMisses>().A_look_up_that_fails_is_never_a_miss(ConformanceFault.ServerError),
            "a look-up that failed must not answer"
        ),
        ["look-up: looks back for the first of many"] = (
            () => new LookUp<LooksBackForTheFirst>().Orders_that_are_looked_for_at_once_are_answered_as_one_by_one(),
            "expected found as nl1, found not found"
        ),
        ["look-up: mixes many up"] = (
            () => new LookUp<MixesOrdersUp>().Orders_that_are_looked_for_at_once_are_answered_as_one_by_one(),
            "found found as nl1"
        ),
        ["look-up: takes a broken list for the end"] = (
            () => new LookUp<TakesABrokenListForTheEnd>().Orders_that_are_looked_for_at_once_are_not_missing_because_the_reading_failed(),
            "which was sold, is said not to be there"
        ),
        ["shapes: drops the text"] = (
            () => new OrderShapes<DropsTheText>().Every_text_of_an_order_is_sent(),
            "Email: the order's Body was not sent"
        ),
        ["shapes: drops the sender"] = (
            () => new OrderShapes<DropsTheSender>().Every_text_of_an_order_is_sent(),
            "Email: the order's SenderName was not sent"
        ),
        ["status: takes another card back"] = (
            () => new Status<TakesAnotherCardBack>().A_card_is_taken_back_where_the_capabilities_say_so(),
            "The card nl1-0 was taken back in place of nl1-1"
        ),
        ["status: completes early"] = (
            () => new Status<CompletesEarly>().An_order_completes_and_its_cards_can_be_read(),
            "its cards: expected 1, found 0"
        ),
        ["status: reads codes unasked"] = (
            () => new Status<ReadsCodesAlways>().Codes_and_links_come_only_when_asked_for(),
            "a secret that was not asked for"
        ),
        ["balances: rounds"] = (
            () => new Balances<RoundsBalances>().What_can_be_spent_is_shown_exactly("1234.56"),
            "expected 1234.56 EUR, found 1234.00 EUR"
        ),
        ["errors: throws its own"] = (
            () =>
                new ErrorMapping<ThrowsItsOwn>().A_read_that_fails_says_why(
                    ConformanceFault.ServerError,
                    GiftCardErrorCode.ProviderUnavailable
                ),
            "Instead InvalidOperationException came"
        ),
        ["retries: repeats creates"] = (
            () => new RetrySafety<RepeatsCreates>().A_create_is_never_repeated_by_the_adapter(ConformanceFault.AnswerLost),
            "create calls of one send: expected 1, found 2"
        ),
        ["cancellation: ignores it before a call"] = (
            () => new Cancellation<IgnoresCancellation>().A_read_ends_at_whichever_call_it_is_cancelled(false),
            "went on to its end"
        ),
        ["cancellation: ignores it during a wait"] = (
            () => new Cancellation<IgnoresCancellation>().A_wait_before_a_further_read_ends_when_it_is_cancelled(),
            "went on to its end"
        ),
        ["cancellation: ignores a token that is cancelled already"] = (
            () => new Cancellation<IgnoresCancellation>().A_cancelled_token_asks_and_buys_nothing(),
            "went on to its end"
        ),
        ["cancellation: calls it a failure"] = (
            () => new Cancellation<RenamesCancellation>().A_read_ends_at_whichever_call_it_is_cancelled(true),
            "stays OperationCanceledException"
        ),
        ["crash: repeats under another key"] = (
            () => new Crash<MakesUpKeys>().An_order_whose_process_dies_at_any_step_is_sold_once(),
            "sold 2 times"
        ),
        ["crash: submits twice"] = (
            () => new Crash<SubmitsTwice>().An_order_whose_process_dies_at_any_step_is_sold_once(),
            "dead at step 0: sold 2 times"
        ),
        ["crash: calls a loss a refusal"] = (
            () =>
                new Crash<CallsALossARefusal>().An_order_whose_answer_is_lost_and_whose_process_dies_at_any_step_is_sold_once(
                    ConformanceFault.AnswerLost
                ),
            "the order was sold, and the exception says NothingCreated"
        ),
        ["restart: does not find what it sold"] = (
            () => new Restart<FindsNothing>().What_was_bought_is_found_by_looking(),
            "the order that was bought, in the journal: expected Accepted, found Unknown"
        ),
        ["restart: is never sure of a miss"] = (
            () => new Restart<IsNeverSure>().What_was_not_bought_ends_when_the_profile_says_so(),
            "expected Absent, found Unknown"
        ),
        ["restart: promises that a repeat is safe and buys again"] = (
            () => new Restart<BuysAnewEachTime>().What_was_bought_is_returned_to_whoever_places_it_again(),
            "sold nl1, returned nl2"
        ),
        ["refusals: believes a gateway"] = (
            () => new Refusals<CallsALossARefusal>().Only_the_provider_itself_refuses(ConformanceAnswer.Html, true),
            "300, Html, after the sale: the exception's Outcome is NothingCreated, expected MayExist"
        ),
        ["limits: forgets the wait"] = (
            () => new Limits<ForgetsTheWait>().A_wait_that_is_too_long_ends_the_call_at_once(),
            "RetryAfter: expected 01:00:00"
        ),
        ["redaction: prints a code"] = (() => new Redaction<PrintsACode>().Nothing_secret_is_ever_printed(), "is printed here"),
        ["open sets: knows every word"] = (
            () => new OpenSets<KnowsEveryWord>().An_unknown_word_stays_readable_and_ends_nothing(),
            "taken for the end, failed"
        ),
        ["injection: has a proper name"] = (
            () => new Injection<HasAProperName>().An_account_is_one_object_by_name_and_by_key(),
            "small letters are expected"
        ),
    };

    public static TheoryData<string> Names => [.. Checks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_suite_finds_the_mistake(string mistake)
    {
        var (check, says) = Checks[mistake];

        var failure = await Should.ThrowAsync<XunitException>(check);

        failure.ShouldNotBeOfType<SkipException>();
        failure.Message.ShouldContain(says);
    }

    private sealed class Catalog<T> : CatalogConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Paging<T> : PagingConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Listing<T> : ListingConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class MoneyOnTheWire<T> : MoneyConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class OrderShapes<T> : OrderShapesConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Idempotency<T> : IdempotencyConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class LookUp<T> : LookUpConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Status<T> : StatusConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Balances<T> : BalancesConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class ErrorMapping<T> : ErrorMappingConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Refusals<T> : RefusalsConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class RetrySafety<T> : RetrySafetyConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Cancellation<T> : CancellationConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Crash<T> : CrashConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Restart<T> : RestartConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Limits<T> : LimitsConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Redaction<T> : RedactionConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class OpenSets<T> : OpenSetsConformance<BrokenFixture<T>>
        where T : IMistake;

    private sealed class Injection<T> : DependencyInjectionConformance<BrokenFixture<T>>
        where T : IMistake;
}
