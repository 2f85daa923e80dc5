using GiftCardSdk.Journal.Internal;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Ordering;

public sealed class OrderStateMachineTests
{
    private static readonly Dictionary<OrderJournalState, OrderJournalState[]> Allowed = new()
    {
        [Sending] = [Accepted, Refused, Unknown],
        [Unknown] = [Accepted, Absent, Parked, Sending],
        [Absent] = [Sending, Accepted],
        [Refused] = [Sending],
        [Parked] = [Accepted, Refused],
        [Accepted] = [],
    };

    public static MatrixTheoryData<OrderJournalState, OrderJournalState> AllPairs { get; } =
        new(Enum.GetValues<OrderJournalState>(), Enum.GetValues<OrderJournalState>());

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Only_the_transitions_of_the_table_are_possible(OrderJournalState from, OrderJournalState to)
    {
        var entry = Entry(from) with { Reason = "why", Decision = new("me", "I looked", default) };

        if (Allowed[from].Contains(to))
        {
            entry.MoveTo(to).State.ShouldBe(to);
        }
        else
        {
            Should.Throw<InvalidOperationException>(() => entry.MoveTo(to)).Message.ShouldContain($"from {from} to {to}");
        }
    }

    [Fact]
    public void A_refusal_after_an_ambiguous_send_settles_nothing() =>
        Should
            .Throw<InvalidOperationException>(() => (Entry(Sending) with { IsAmbiguous = true }).MoveTo(Refused))
            .Message.ShouldContain("an earlier send may have bought it");

    [Fact]
    public void Only_a_person_turns_a_parked_order_into_a_refused_one()
    {
        var parked = Entry(Parked) with { Reason = "why", IsAmbiguous = true };
        Should.Throw<InvalidOperationException>(() => parked.MoveTo(Refused));

        var refused = (parked with { Decision = new("me", "the portal shows none", default) }).MoveTo(Refused);

        refused.IsAmbiguous.ShouldBeFalse();
    }

    [Fact]
    public void An_order_is_not_parked_without_a_reason() => Should.Throw<InvalidOperationException>(() => Entry(Unknown).MoveTo(Parked));

    [Fact]
    public void Ambiguity_stays_through_absence_and_a_new_send()
    {
        var again = Entry(Sending).MoveTo(Unknown).MoveTo(Absent).MoveTo(Sending);

        again.IsAmbiguous.ShouldBeTrue();
    }

    [Fact]
    public void A_settled_order_has_neither_owner_nor_lease()
    {
        var sending = Entry(Sending) with { Owner = "a", LeaseHolder = "a", LeaseUntil = DateTimeOffset.UnixEpoch };

        var accepted = sending.MoveTo(Accepted);

        accepted.Owner.ShouldBeNull();
        accepted.LeaseHolder.ShouldBeNull();
        accepted.LeaseUntil.ShouldBeNull();
    }

    private static JournalEntry Entry(OrderJournalState state) =>
        new()
        {
            Identity = new("p", GiftCardEnvironment.Sandbox, "a", OrderIdentity.PlaceOrder, "r"),
            ProviderKey = "r",
            Fingerprint = "v1:x",
            State = state,
            CreatedAt = default,
            UpdatedAt = default,
        };
}
