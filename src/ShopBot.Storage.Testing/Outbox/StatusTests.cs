using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Outbox;

public abstract class StatusTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_status_is_applied_by_outbox_id_or_by_message_reference(bool echoed)
    {
        var send = await SentAsync("r1");

        var result = await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, "r1", echoed ? send.OutboxId : null), Host);

        Assert.Equal(new AppendResult(AppendOutcome.Appended), result);
        Assert.Equal(DeliveryStatus.Delivered, (await OutboxAsync(send.OutboxId)).Delivery);
        Assert.Empty((await ClaimAsync()).Lanes);
    }

    [Theory]
    [InlineData("Read Delivered Sent", DeliveryStatus.Read)]
    [InlineData("Sent Delivered Read Played", DeliveryStatus.Played)]
    [InlineData("Delivered Failed", DeliveryStatus.Delivered)]
    [InlineData("Read Failed", DeliveryStatus.Read)]
    [InlineData("Sent Failed", DeliveryStatus.Failed)]
    [InlineData("Failed Sent", DeliveryStatus.Failed)]
    [InlineData("Failed Delivered", DeliveryStatus.Delivered)]
    public async Task Statuses_in_any_order_end_at_the_same_place(string heard, DeliveryStatus expected)
    {
        var known = await SentAsync("r1");
        var early = await SendAsync(Sample.Message());

        foreach (var status in heard.Split(' ').Select(Enum.Parse<DeliveryStatus>))
            await AppendAllAsync([Sample.Status(Store, status, "r1"), Sample.Status(Store, status, "r2")]);

        await CommitAsync(Sample.Close(early, SendOutcome.Sent, "r2"));

        Assert.Equal(expected, (await OutboxAsync(known.OutboxId)).Delivery);
        Assert.Equal(expected, (await OutboxAsync(early.OutboxId)).Delivery);
    }

    [Fact]
    public async Task A_failure_keeps_its_error_code_until_delivery_is_proved()
    {
        var send = await SentAsync("r1");

        await AppendAsync(Sample.Status(Store, DeliveryStatus.Failed, "r1", error: 131026));
        var failed = await OutboxAsync(send.OutboxId);
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, "r1"));
        var delivered = await OutboxAsync(send.OutboxId);

        Assert.Equal(131026, failed.ErrorCode);
        Assert.Null(delivered.ErrorCode);
    }

    [Fact]
    public async Task A_status_closes_a_row_that_is_being_sent()
    {
        var send = await SendAsync(Sample.Message());

        await AppendAsync(Sample.Status(Store, DeliveryStatus.Sent, "r1", send.OutboxId));

        Assert.Equal(new OutboxFacts("Sent", "r1", "id of r1", DeliveryStatus.Sent, null), await OutboxAsync(send.OutboxId));
        Assert.Equal(CommitOutcome.Stale, (await CommitAsync(Sample.Close(send, SendOutcome.Sent, "r1"))).Outcome);
    }

    [Fact]
    public async Task A_status_closes_a_row_of_unknown_outcome_and_the_next_may_be_claimed()
    {
        var send = await SendWithoutAnswerAsync(Sample.Message("1"), Sample.Message("2"));

        var result = await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, "r1", send.OutboxId));

        Assert.True(result.SendReady);
        Assert.True((await SweepAsync()).Due);
        Assert.Equal("2", Sample.Text(Assert.Single((await ClaimAsync(OtherHost)).Sends).Payload));
        Assert.Equal("Sent", (await OutboxAsync(send.OutboxId)).State);
    }

    [Fact]
    public async Task A_status_stops_the_second_copy_of_a_row_that_was_given_free()
    {
        var send = await SendWithoutAnswerAsync(Sample.Message());
        Pass(ReconcileAfter);
        await SweepAsync();

        await AppendAsync(Sample.Status(Store, DeliveryStatus.Sent, "r1", send.OutboxId));

        Assert.Empty((await ClaimAsync()).Sends);
        Assert.Equal("Sent", (await OutboxAsync(send.OutboxId)).State);
    }

    [Fact]
    public async Task A_status_settles_a_paid_row_that_stayed_uncertain()
    {
        var send = await SendWithoutAnswerAsync(Sample.Message("paid", SendClass.Paid));
        Pass(ReconcileAfter);
        await SweepAsync();

        await AppendAsync(Sample.Status(Store, DeliveryStatus.Read, "r1", send.OutboxId));

        Assert.Equal(("Sent", DeliveryStatus.Read), ((await OutboxAsync(send.OutboxId)).State, (await OutboxAsync(send.OutboxId)).Delivery));
    }

    [Fact]
    public async Task A_failed_status_closes_a_row_as_sent_and_failed()
    {
        var send = await SendWithoutAnswerAsync(Sample.Message());

        await AppendAsync(Sample.Status(Store, DeliveryStatus.Failed, "r1", send.OutboxId, 131047));

        Assert.Equal(new OutboxFacts("Sent", "r1", "id of r1", DeliveryStatus.Failed, 131047), await OutboxAsync(send.OutboxId));
    }

    [Fact]
    public async Task A_status_that_comes_before_the_answer_is_not_lost()
    {
        var send = await SendAsync(Sample.Message());

        var early = await AppendAsync(Sample.Status(Store, DeliveryStatus.Failed, "r1", error: 131026));
        var before = await OutboxAsync(send.OutboxId);
        await CommitAsync(Sample.Close(send, SendOutcome.Sent, "r1"));

        Assert.Equal(AppendOutcome.Appended, early.Outcome);
        Assert.Equal("Sending", before.State);
        Assert.Equal(new OutboxFacts("Sent", "r1", "id of r1", DeliveryStatus.Failed, 131026), await OutboxAsync(send.OutboxId));
    }

    [Fact]
    public async Task A_failure_of_the_other_copy_says_nothing_about_this_one()
    {
        var send = await SentAsync("r1");

        await AppendAsync(Sample.Status(Store, DeliveryStatus.Failed, "r2", send.OutboxId, 131026));

        Assert.Equal(DeliveryStatus.None, (await OutboxAsync(send.OutboxId)).Delivery);
    }

    [Fact]
    public async Task A_status_of_another_store_changes_nothing()
    {
        var send = await SendAsync(Sample.Message());

        await AppendAsync(Sample.Status(StoreId.New(Start), DeliveryStatus.Delivered, "r1", send.OutboxId));

        Assert.Equal("Sending", (await OutboxAsync(send.OutboxId)).State);
    }

    [Fact]
    public async Task The_same_status_again_is_a_duplicate()
    {
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, "r1"));

        Assert.Equal(AppendOutcome.Duplicate, (await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, "r1"))).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_status_that_tells_nothing_new_is_a_duplicate(bool early)
    {
        var reference = early ? "r2" : "r1";
        await SentAsync("r1");

        AppendOutcome[] outcomes =
        [
            (await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, reference))).Outcome,
            (await AppendAsync(Sample.Status(Store, DeliveryStatus.Sent, reference))).Outcome,
            (await AppendAsync(Sample.Status(Store, DeliveryStatus.Read, reference))).Outcome,
            (await AppendAsync(Sample.Status(Store, DeliveryStatus.Read, reference))).Outcome,
        ];

        Assert.Equal([AppendOutcome.Appended, AppendOutcome.Duplicate, AppendOutcome.Appended, AppendOutcome.Duplicate], outcomes);
    }

    [Fact]
    public async Task Statuses_of_one_group_are_each_news()
    {
        var send = await SentAsync("r1");

        var results = await AppendAllAsync(
        [
            Sample.Status(Store, DeliveryStatus.Sent, "r1"), Sample.Status(Store, DeliveryStatus.Delivered, "r1", send.OutboxId), Sample.Status(Store, DeliveryStatus.Sent, "r2"),
            Sample.Status(Store, DeliveryStatus.Read, "r1"), Sample.Status(Store, DeliveryStatus.Delivered, "r2"),
        ]);

        Assert.All(results, static result => Assert.Equal(AppendOutcome.Appended, result.Outcome));
        Assert.Equal(DeliveryStatus.Read, (await OutboxAsync(send.OutboxId)).Delivery);
    }

    private async Task<SendWork> SentAsync(string messageRef)
    {
        var send = await SendAsync(Sample.Message());
        await CommitAsync(Sample.Close(send, SendOutcome.Sent, messageRef));
        return send;
    }
}
