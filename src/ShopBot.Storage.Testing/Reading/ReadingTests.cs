using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Reading;

public abstract class ReadingTests(Func<StorageHarness> open) : StorageTests(open)
{
    private IConversationReader Reader => Storage.Reader;

    [Fact]
    public async Task A_customer_is_found_by_the_strongest_known_alias()
    {
        var ada = (await AppendAsync(Sample.Event(Store, "m1", Now, Sample.UserId("u1"), Sample.Phone("p1")))).Lane!.Value.Customer;

        Assert.Equal(ada, await Reader.FindCustomerAsync(Store, [Sample.UserId("unknown"), Sample.Phone("p1")], Token));
        Assert.Null(await Reader.FindCustomerAsync(Store, [Sample.Phone("p2")], Token));
        Assert.Null(await Reader.FindCustomerAsync(StoreId.New(Now), [Sample.Phone("p1")], Token));
    }

    [Fact]
    public async Task Conversations_are_listed_by_their_last_activity_page_by_page()
    {
        foreach (var person in new[] { "ada", "bob", "cem" })
        {
            await AppendAsync(Event($"from {person}", person));
            Pass(TimeSpan.FromMinutes(1));
        }

        var first = await Reader.ListLanesAsync(Store, new LaneFilter(), null, 2, Token);
        var second = await Reader.ListLanesAsync(Store, new LaneFilter(), first[^1].LastActivityAt, 2, Token);

        Assert.Equal(["cem", "bob"], first.Select(Name));
        Assert.Equal(["ada"], second.Select(Name));
        Assert.All(first, lane => Assert.Equal((1L, LaneControl.Bot), (lane.Waiting, lane.Control)));
    }

    [Fact]
    public async Task Conversations_are_listed_by_who_answers()
    {
        var work = await LeaseAsync("m1", "ada");
        await LeaseAsync("m2", "bob");
        await CommitAsync(Sample.Turn(work, "kept") with { Control = LaneControl.Human });

        var human = Assert.Single(await Reader.ListLanesAsync(Store, new LaneFilter(LaneControl.Human), null, 10, Token));

        Assert.Equal(("ada", "kept", 1L, 0L), (Name(human), Sample.Text(human.State), human.StateVersion, human.Waiting));
        Assert.Equal("bob", Name(Assert.Single(await Reader.ListLanesAsync(Store, new LaneFilter(LaneControl.Bot), null, 10, Token))));
    }

    [Fact]
    public async Task The_lane_of_the_store_itself_is_no_conversation()
    {
        await AppendAsync(Event("from ada", "ada"));
        var own = (await AppendAsync(Event("fact", "store") with { Channel = StorageRules.StoreChannel })).Lane!.Value;

        Assert.Equal("ada", Name(Assert.Single(await Reader.ListLanesAsync(Store, new LaneFilter(), null, 10, Token))));
        Assert.Equal("ada", Name(Assert.Single(await Reader.ListLanesAsync(Store, new LaneFilter(LaneControl.Bot), null, 10, Token))));
        Assert.NotNull(await Reader.FindLaneAsync(own, Token));
    }

    [Fact]
    public async Task One_conversation_is_read_by_its_key()
    {
        var work = await LeaseAsync();

        Assert.Equal(work.Lane, (await Reader.FindLaneAsync(work.Lane, Token))!.Lane);
        Assert.Null(await Reader.FindLaneAsync(work.Lane with { Store = StoreId.New(Now) }, Token));
    }

    [Fact]
    public async Task The_last_inbound_time_is_the_greatest_that_the_platform_told()
    {
        var early = Now - TimeSpan.FromHours(1);
        await AppendAsync(Event("m1") with { OpensWindow = true });
        await AppendAsync(Event("m2") with { OpensWindow = true, OccurredAt = early });
        Pass(TimeSpan.FromHours(1));
        var work = (await AppendAsync(Event("m3"), Host)).Work!;
        var result = await CommitAsync(Sample.Turn(work) with { Outbox = [Sample.Message()], SendAs = Host });

        Assert.Equal(Start, work.LastInboundAt);
        Assert.Equal(Start, result.Send!.LastInboundAt);
        Assert.Equal(Start, (await Reader.FindLaneAsync(work.Lane, Token))!.LastInboundAt);
    }

    [Fact]
    public async Task History_holds_both_sides_newest_first()
    {
        var work = await LeaseAsync("m1");
        Pass(TimeSpan.FromSeconds(1));
        var reply = Sample.Message("reply");
        var send = (await CommitAsync(Sample.Turn(work) with { Outbox = [reply], SendAs = Host })).Send!;
        await CommitAsync(Sample.Close(send, SendOutcome.Sent, "ref"));
        Pass(TimeSpan.FromSeconds(1));
        await AppendAsync(Event("m2"));

        var history = await Reader.ReadHistoryAsync(work.Lane, null, 10, Token);
        var older = await Reader.ReadHistoryAsync(work.Lane, history[1].At, 10, Token);

        var outbound = Assert.IsType<OutboundEntry>(history[1]);
        Assert.Equal(("m2", "m1"), (Key(history[0]), Key(history[2])));
        Assert.Equal((reply.Id, "reply", SendState.Sent), (outbound.OutboxId, Sample.Text(outbound.Payload), outbound.State));
        Assert.Equal("m1", Key(Assert.Single(older)));

        static string Key(HistoryEntry entry) => Assert.IsType<InboundEntry>(entry).Event.EventKey;
    }

    [Fact]
    public async Task Dead_letters_are_listed_with_their_causes()
    {
        var work = await LeaseAsync("m1");
        await ParkAsync(Sample.Park(work));

        var parked = Assert.Single(await Reader.ListParkedAsync(Store, null, 10, Token));

        Assert.Equal((work.Lane, "m1", "System.InvalidOperationException", Now), (parked.Lane, parked.Event.EventKey, parked.Cause, parked.ParkedAt));
        Assert.Equal(1, parked.Event.Attempts);
        Assert.Empty(await Reader.ListParkedAsync(Store, Now, 10, Token));
        Assert.Equal(parked.Cause, Assert.IsType<InboundEntry>(Assert.Single(await Reader.ReadHistoryAsync(work.Lane, null, 10, Token))).Cause);
    }

    [Fact]
    public async Task Failed_sends_are_listed()
    {
        var send = await SendAsync(Sample.Message());
        await CommitAsync(Sample.Close(send, SendOutcome.Rejected) with { ErrorCode = 131026 });

        var failed = Assert.Single(await Reader.ListFailedSendsAsync(Store, null, 10, Token));

        Assert.Equal((send.OutboxId, SendState.Rejected, 131026), (failed.OutboxId, failed.State, failed.ErrorCode));
    }

    [Fact]
    public async Task The_event_log_holds_facts_of_turns_and_notes_with_the_place_of_their_payload()
    {
        var work = await LeaseAsync();
        var fact = new DomainEventRow(Guid.NewGuid(), "cart.updated", Sample.Bytes("cart"));
        await CommitAsync(Sample.Turn(work) with { Events = [fact] });
        Pass(TimeSpan.FromSeconds(1));
        await AppendAsync(Sample.Note(Store, "note-1", Now));

        var all = await Reader.ListEventsAsync(Store, [], null, 10, Token);
        var carts = await Reader.ListEventsAsync(Store, ["cart.updated", "other"], null, 10, Token);

        Assert.Equal([("whatsapp.account_update", "note-1", (LaneKey?)null), ("cart.updated", fact.Id.ToString("N"), work.Lane)],
            all.Select(row => (row.Kind, row.Place, row.Lane)));
        Assert.Equal(fact.Id, Assert.Single(carts).Id);
    }

    [Fact]
    public async Task What_a_status_says_of_the_price_is_kept_and_counted_by_day()
    {
        var send = await SendAsync(Sample.Message());
        await CommitAsync(Sample.Close(send, SendOutcome.Sent, "ref"));
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Sent, "ref") with { Price = new MessagePrice("service", "regular", true) });
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, "ref"));

        var day = Assert.Single(await Reader.CountAsync(Store, Start.Date, Start.Date.AddDays(1), Token));
        var sent = Assert.IsType<OutboundEntry>((await Reader.ReadHistoryAsync(send.Lane, null, 10, Token)).First(entry => entry is OutboundEntry));

        Assert.Equal(new MessagePrice("service", "regular", true), sent.Price);
        Assert.Equal((DateOnly.FromDateTime(Start.UtcDateTime), 1L, 1L, 0L), (day.Day, day.Received, day.Sent[DeliveryStatus.Delivered], day.Rejected));
        Assert.Equal(1, day.Prices["service"]);
    }

    [Fact]
    public async Task A_price_that_comes_before_its_message_is_known_is_not_lost()
    {
        var send = await SendAsync(Sample.Message());
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Sent, "ref") with { Price = new MessagePrice("utility", null, false) });
        await CommitAsync(Sample.Close(send, SendOutcome.Sent, "ref"));

        var sent = Assert.IsType<OutboundEntry>((await Reader.ReadHistoryAsync(send.Lane, null, 10, Token)).First(entry => entry is OutboundEntry));

        Assert.Equal(new MessagePrice("utility", null, false), sent.Price);
    }

    [Fact]
    public async Task An_older_status_heard_again_does_not_bring_back_its_price()
    {
        var send = await SendAsync(Sample.Message("reply"));
        await CommitAsync(Sample.Close(send, SendOutcome.Sent, "ref"));
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Sent, "ref") with { Price = new MessagePrice("service", "regular", true) });
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, "ref") with { Price = new MessagePrice("utility", "regular", false) });

        await AppendAsync(Sample.Status(Store, DeliveryStatus.Sent, "ref") with { Price = new MessagePrice("service", "regular", true) });

        var sent = Assert.IsType<OutboundEntry>((await Reader.ReadHistoryAsync(send.Lane, null, 10, Token)).First(entry => entry is OutboundEntry));
        Assert.Equal(new MessagePrice("utility", "regular", false), sent.Price);
    }

    [Fact]
    public async Task A_status_tells_the_lane_of_a_message_that_asked_for_it_also_when_repeated()
    {
        var asked = await SendAsync(Sample.Message() with { WantsStatus = true });
        await CommitAsync(Sample.Close(asked, SendOutcome.Sent, "asked"));
        var plain = await SendAsync(Sample.Message());
        await CommitAsync(Sample.Close(plain, SendOutcome.Sent, "plain"));
        var status = Sample.Status(Store, DeliveryStatus.Read, "asked");

        Assert.Equal(asked.Lane, (await AppendAsync(status)).StatusLane);
        Assert.Equal(asked.Lane, (await AppendAsync(status)).StatusLane);
        Assert.Null((await AppendAsync(Sample.Status(Store, DeliveryStatus.Read, "plain"))).StatusLane);
    }

    private static string Name(LaneSummary lane) => lane.Aliases.Single(alias => alias.Kind == AliasKind.UserId).Hash;
}
