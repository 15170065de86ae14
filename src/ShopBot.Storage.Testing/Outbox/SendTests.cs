using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Outbox;

public abstract class SendTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task A_turn_may_begin_to_send_its_first_message()
    {
        var work = await LeaseAsync();
        var message = Sample.Message() with { TraceParent = "00-trace" };

        var send = (await CommitAsync(Sample.Turn(work) with { Outbox = [message], SendAs = Host })).Send!;

        Assert.Equal((message.Id, work.Lane, 1, false), (send.OutboxId, send.Lane, send.Attempt, send.MaybeDuplicate));
        Assert.Equal(("hello", "00-trace", Now), (Sample.Text(send.Payload), send.TraceParent, send.CreatedAt));
        Assert.Equal(["ada"], send.Aliases.Select(alias => alias.Hash));
        Assert.Equal("Sending", (await OutboxAsync(message.Id)).State);
        Assert.Empty((await ClaimAsync(OtherHost)).Sends);
    }

    [Fact]
    public async Task Without_a_sender_the_message_waits_to_be_claimed()
    {
        var message = Sample.Message();
        var result = await CommitAsync(Sample.Turn(await LeaseAsync()) with { Outbox = [message] });

        Assert.Null(result.Send);
        Assert.True((await SweepAsync()).Due);
        var send = Assert.Single((await ClaimAsync()).Sends);
        Assert.Equal((message.Id, 1), (send.OutboxId, send.Attempt));
    }

    [Fact]
    public async Task Messages_of_a_lane_go_one_after_the_other_in_the_order_written()
    {
        var send = await SendAsync(Sample.Message("1"), Sample.Message("2"));
        await CommitAsync(Sample.Turn(await LeaseAsync("more")) with { Outbox = [Sample.Message("3")], SendAs = Host });
        var texts = new List<string>();
        for (var next = send; next is not null;)
        {
            texts.Add(Sample.Text(next.Payload));
            Assert.Empty((await ClaimAsync(OtherHost)).Sends);
            next = (await CommitAsync(Sample.Close(next, SendOutcome.Sent, $"ref-{texts.Count}"))).Send;
        }

        Assert.Equal(["1", "2", "3"], texts);
    }

    [Fact]
    public async Task The_head_goes_first_when_older_messages_still_wait()
    {
        await CommitAsync(Sample.Turn(await LeaseAsync("m1")) with { Outbox = [Sample.Message("older")] });

        var result = await CommitAsync(Sample.Turn(await LeaseAsync("m2")) with { Outbox = [Sample.Message("newer")], SendAs = Host });

        Assert.Equal("older", Sample.Text(result.Send!.Payload));
    }

    [Theory]
    [InlineData("Sending")]
    [InlineData("Unknown")]
    [InlineData("Retry")]
    public async Task Nothing_is_sent_while_the_head_is_not_closed(string head)
    {
        var send = await SendAsync(Sample.Message("1"));
        if (head != "Sending")
            await CommitAsync(Sample.Close(send, Enum.Parse<SendOutcome>(head)) with { RetryAt = Now.AddMinutes(1) });

        var result = await CommitAsync(Sample.Turn(await LeaseAsync("m2")) with { Outbox = [Sample.Message("2")], SendAs = Host });

        Assert.Null(result.Send);
        Assert.Empty((await ClaimAsync()).Sends);
    }

    [Fact]
    public async Task A_message_that_exists_is_not_written_again()
    {
        var message = Sample.Message("once");
        var send = await SendAsync(message);
        await CommitAsync(Sample.Turn(await LeaseAsync("m2")) with { Outbox = [message with { Payload = Sample.Bytes("again") }, Sample.Message("next")] });

        var next = (await CommitAsync(Sample.Close(send, SendOutcome.Sent, "r1"))).Send!;

        Assert.Equal("next", Sample.Text(next.Payload));
        Assert.Null((await CommitAsync(Sample.Close(next, SendOutcome.Sent, "r2"))).Send);
    }

    [Fact]
    public async Task A_sent_message_is_closed_under_the_platforms_name()
    {
        var send = await SendAsync(Sample.Message());

        var result = await CommitAsync(Sample.Close(send, SendOutcome.Sent, "r1"));

        Assert.Equal(new CommitResult(CommitOutcome.Committed), result);
        Assert.Equal(new OutboxFacts("Sent", "r1", "id of r1", DeliveryStatus.None, null), await OutboxAsync(send.OutboxId));
    }

    [Fact]
    public async Task A_rejected_message_is_closed_and_the_next_one_goes()
    {
        var send = await SendAsync(Sample.Message("1"), Sample.Message("2"));

        var result = await CommitAsync(Sample.Close(send, SendOutcome.Rejected) with { ErrorCode = 131009 });

        Assert.Equal(new OutboxFacts("Rejected", null, "", DeliveryStatus.None, 131009), await OutboxAsync(send.OutboxId));
        Assert.Equal("2", Sample.Text(result.Send!.Payload));
    }

    [Fact]
    public async Task A_message_to_retry_waits_and_is_tried_again()
    {
        var send = await SendAsync(Sample.Message());
        var retryAt = Now.AddSeconds(30);

        var result = await CommitAsync(Sample.Close(send, SendOutcome.Retry) with { RetryAt = retryAt, ErrorCode = 130429 });
        var resting = await SweepAsync();
        var early = await ClaimAsync();
        Pass(TimeSpan.FromSeconds(30));
        var again = Assert.Single((await ClaimAsync(OtherHost)).Sends);

        Assert.Equal(new CommitResult(CommitOutcome.Committed), result);
        Assert.Equal((false, retryAt), (resting.Due, resting.NextDue));
        Assert.Empty(early.Sends);
        Assert.Equal((send.OutboxId, 2, false), (again.OutboxId, again.Attempt, again.MaybeDuplicate));
    }

    [Theory]
    [InlineData("attempt")]
    [InlineData("owner")]
    [InlineData("row")]
    public async Task A_close_by_somebody_else_is_stale(string difference)
    {
        var send = await SendAsync(Sample.Message());
        var close = Sample.Close(send, SendOutcome.Sent, "r1");

        var result = await CommitAsync(difference switch
        {
            "attempt" => close with { Attempt = 2 },
            "owner" => close with { Owner = OtherHost },
            _ => close with { OutboxId = Guid.NewGuid() },
        });

        Assert.Equal(CommitOutcome.Stale, result.Outcome);
        Assert.Equal("Sending", (await OutboxAsync(send.OutboxId)).State);
    }

    [Fact]
    public async Task A_close_that_comes_after_a_later_attempt_began_is_stale()
    {
        var send = await SendWithoutAnswerAsync(Sample.Message());
        Pass(ReconcileAfter);
        await SweepAsync();
        await ClaimAsync(OtherHost);

        var late = await CommitAsync(Sample.Close(send, SendOutcome.Sent, "r1"));

        Assert.Equal(CommitOutcome.Stale, late.Outcome);
        Assert.Equal("Sending", (await OutboxAsync(send.OutboxId)).State);
    }

    [Fact]
    public async Task A_late_answer_still_counts_while_no_later_attempt_began()
    {
        var send = await SendAsync(Sample.Message());
        Pass(Lease);
        await SweepAsync();
        Pass(ReconcileAfter);
        await SweepAsync();

        var late = await CommitAsync(Sample.Close(send, SendOutcome.Sent, "r1"));

        Assert.Equal(CommitOutcome.Committed, late.Outcome);
        Assert.Equal("Sent", (await OutboxAsync(send.OutboxId)).State);
        Assert.Empty((await ClaimAsync()).Sends);
    }

    [Theory]
    [InlineData(SendOutcome.Sent, "Sent", CommitOutcome.Committed)]
    [InlineData(SendOutcome.Rejected, "Rejected", CommitOutcome.Committed)]
    [InlineData(SendOutcome.Retry, "Uncertain", CommitOutcome.Stale)]
    [InlineData(SendOutcome.Unknown, "Uncertain", CommitOutcome.Stale)]
    public async Task A_late_answer_settles_a_paid_message_that_stayed_uncertain(SendOutcome answer, string state, CommitOutcome outcome)
    {
        var send = await SendAsync(Sample.Message("paid", SendClass.Paid));
        Pass(Lease);
        await SweepAsync();
        Pass(ReconcileAfter);
        await SweepAsync();

        var late = await CommitAsync(Sample.Close(send, answer, "r1"));

        Assert.Equal(new CommitResult(outcome), late);
        Assert.Equal(state, (await OutboxAsync(send.OutboxId)).State);
    }

    [Fact]
    public async Task A_close_after_a_status_closed_the_row_is_stale_but_brings_the_next_message()
    {
        var send = await SendAsync(Sample.Message("1"), Sample.Message("2"));
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, "r1", send.OutboxId));

        var result = await CommitAsync(Sample.Close(send, SendOutcome.Unknown));

        Assert.Equal(CommitOutcome.Stale, result.Outcome);
        Assert.Equal("2", Sample.Text(result.Send!.Payload));
        Assert.Equal("Sent", (await OutboxAsync(send.OutboxId)).State);
    }

    [Fact]
    public async Task The_next_message_is_leased_to_the_sender_who_asked()
    {
        var first = await SendAsync(Sample.Message("1"), Sample.Message("2"));
        Pass(TimeSpan.FromSeconds(6));
        var second = (await CommitAsync(Sample.Close(first, SendOutcome.Sent, "r1"))).Send!;
        Pass(TimeSpan.FromSeconds(6));

        Assert.Equal(0, (await SweepAsync()).SendsOrphaned);
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Sample.Close(second, SendOutcome.Sent, "r2"))).Outcome);
    }
}
