using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class AppendTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Append_NewEvent_IsAppendedAtTheFirstPlace()
    {
        var result = await AppendAsync(Event("m1"));

        Assert.Equal(AppendOutcome.Appended, result.Outcome);
        Assert.Equal(1, result.Seq);
        Assert.Equal(Store, result.Lane!.Value.Store);
        Assert.Equal(Sample.Channel, result.Lane.Value.Channel);
        Assert.Null(result.Work);
    }

    [Fact]
    public async Task Append_NoItems_AnswersNothing() => Assert.Empty(await AppendAllAsync([], Host));

    [Fact]
    public async Task Append_SameKeyAgain_IsDuplicate()
    {
        await AppendAsync(Event("m1"));

        var again = await AppendAsync(Event("m1", "grace"), Host);

        Assert.Equal(new AppendResult(AppendOutcome.Duplicate), again);
        Assert.Single((await ClaimAsync()).Lanes);
    }

    [Fact]
    public async Task Append_SameKeyTwiceInOneGroup_SecondIsDuplicate()
    {
        var results = await AppendAllAsync([Event("m1"), Event("m1")]);

        Assert.Equal([AppendOutcome.Appended, AppendOutcome.Duplicate], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task Append_SameKeyInAnotherStore_IsIndependent()
    {
        var other = StoreId.New(Start.AddDays(1));
        await AppendAsync(Event("m1"));

        var result = await AppendAsync(Event("m1") with { Store = other });

        Assert.Equal(AppendOutcome.Appended, result.Outcome);
        Assert.Equal(1, result.Seq);
        Assert.Equal(other, result.Lane!.Value.Store);
    }

    [Fact]
    public async Task Fifty_identical_appends_at_once_are_one_event()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AppendAsync(Event("m1")), Token)));

        Assert.Single(results, result => result.Outcome == AppendOutcome.Appended);
        Assert.Equal(49, results.Count(result => result.Outcome == AppendOutcome.Duplicate));
    }

    [Fact]
    public async Task Append_SeveralLanesInOneGroup_EachLaneCountsByOneInOrder()
    {
        var results = await AppendAllAsync([Event("a1"), Event("g1", "grace"), Event("a2"), Event("g2", "grace"), Event("a3")]);

        Assert.Equal([1, 1, 2, 2, 3], results.Select(result => result.Seq));
        Assert.Equal(2, results.Select(result => result.Lane).Distinct().Count());
    }

    [Fact]
    public async Task Append_SamePersonOnAnotherChannel_HasALaneOfItsOwn()
    {
        var first = await AppendAsync(Event("m1"));

        var second = await AppendAsync(Event("m2") with { Channel = "instagram" });

        Assert.Equal(1, second.Seq);
        Assert.Equal(first.Lane!.Value.Customer, second.Lane!.Value.Customer);
    }

    [Fact]
    public async Task Append_UnknownCustomer_IsRefusedAlone()
    {
        var results = await AppendAllAsync([Event("m1"), Event("m2") with { Customer = CustomerId.New() }, Event("m3")]);

        Assert.Equal([AppendOutcome.Appended, AppendOutcome.Refused, AppendOutcome.Appended], results.Select(result => result.Outcome));
        Assert.NotNull(results[1].Reason);
        Assert.Equal([1, 0, 2], results.Select(result => result.Seq));
    }

    [Fact]
    public async Task Append_CustomerOfAnotherStore_IsRefused()
    {
        var known = await AppendAsync(Event("m1"));
        var other = StoreId.New(Start.AddDays(1));

        var result = await AppendAsync(Event("m2") with { Store = other, Customer = known.Lane!.Value.Customer });

        Assert.Equal(AppendOutcome.Refused, result.Outcome);
    }

    [Fact]
    public async Task Append_RefusedItem_DoesNotUseUpItsKey()
    {
        await AppendAsync(Event("m1") with { Customer = CustomerId.New() });

        Assert.Equal(AppendOutcome.Appended, (await AppendAsync(Event("m1"))).Outcome);
    }

    [Theory]
    [MemberData(nameof(BadItems))]
    public async Task Append_ItemThatCannotBeStored_IsRefusedAlone(string what)
    {
        var results = await AppendAllAsync([Event("m1"), Bad(what), Event("m3")]);

        Assert.Equal([AppendOutcome.Appended, AppendOutcome.Refused, AppendOutcome.Appended], results.Select(result => result.Outcome));
        Assert.NotEmpty(results[1].Reason!);
    }

    public static TheoryData<string> BadItems() =>
    [
        "large payload", "long key", "empty key", "long kind", "long channel", "no alias", "NUL in key", "half a surrogate pair",
        "long note kind", "empty message reference",
    ];

    [Fact]
    public async Task Append_LargestPayload_IsStoredWhole()
    {
        var payload = new byte[StorageRules.MaxPayloadBytes];
        payload[^1] = 7;

        var result = await AppendAsync(Event(new string('k', 64)) with { Payload = payload }, Host);

        Assert.Equal(payload, result.Work!.Events[0].Payload.ToArray());
    }

    [Fact]
    public async Task Append_Event_ComesBackAsItWas()
    {
        var item = Event("mé\u20ac") with
        {
            Payload = new byte[] { 0, 1, 255 },
            OccurredAt = Start.AddDays(-3).AddMilliseconds(7),
            TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        };

        var work = (await AppendAsync(item, Host)).Work!;

        var stored = Assert.Single(work.Events);
        Assert.Equal((1, item.EventKey, item.Kind, 0), (stored.Seq, stored.EventKey, stored.Kind, stored.Attempts));
        Assert.Equal(item.Payload.ToArray(), stored.Payload.ToArray());
        Assert.Equal(item.OccurredAt, stored.OccurredAt);
        Assert.Equal(item.TraceParent, stored.TraceParent);
    }

    [Fact]
    public async Task Append_BufferReusedAfterwards_KeepsWhatWasAppended()
    {
        var buffer = "first"u8.ToArray();
        await AppendAsync(Event("m1") with { Payload = buffer });
        Array.Clear(buffer);

        var work = (await ClaimAsync()).Lanes[0];

        Assert.Equal("first", Sample.Text(work.Events[0].Payload));
    }

    [Fact]
    public async Task Append_Note_IsLoggedOnceAndTakesNoTurn()
    {
        var first = await AppendAsync(Sample.Note(Store, "n1", Now), Host);
        var second = await AppendAsync(Sample.Note(Store, "n1", Now), Host);

        Assert.Equal(new AppendResult(AppendOutcome.Appended), first);
        Assert.Equal(AppendOutcome.Duplicate, second.Outcome);
        Assert.Equal(1, await Storage.CountEventsAsync(Store, "whatsapp.account_update"));
        Assert.Empty((await ClaimAsync()).Lanes);
    }

    [Fact]
    public async Task Append_CancelledToken_Throws()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Lanes.AppendAsync([Event("m1")], null, Now, cancelled));
    }

    private AppendItem Bad(string what) => what switch
    {
        "large payload" => Event("m2") with { Payload = new byte[StorageRules.MaxPayloadBytes + 1] },
        "long key" => Event(new string('k', 65)),
        "empty key" => Event(""),
        "long kind" => Event("m2") with { Kind = new string('k', 65) },
        "long channel" => Event("m2") with { Channel = new string('c', 33) },
        "no alias" => Event("m2") with { Aliases = [] },
        "NUL in key" => Event("m\0"),
        "half a surrogate pair" => Event("m\ud83d"),
        "long note kind" => Sample.Note(Store, "m2", Now) with { Kind = new string('k', 65) },
        "empty message reference" => Sample.Status(Store, DeliveryStatus.Sent, "r") with { MessageRef = "" },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };
}
