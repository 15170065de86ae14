using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Tests.Pipeline;

public sealed class SendTests
{
    private const int Unknown = 2;
    private const int Sent = 3;
    private const int Rejected = 4;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task A_send_that_was_provably_not_taken_is_tried_again_without_a_flag()
    {
        await using var host = await EngineHost.StartAsync();
        host.Graph.Answer = (message, before) => Task.FromResult(before < 2 ? GraphAnswer.Refused(130429, 429) : GraphAnswer.Taken(message));

        await host.SayAsync("hello|again");
        await host.UntilSentAsync(4, Step);
        await host.UntilIdleAsync();

        Assert.Equal(["1: hello", "1: hello", "1: hello", "1: again"], host.Graph.Texts);
        Assert.Equal([new OutboxLine(Sent, 3, false, DeliveryStatus.None, null), new OutboxLine(Sent, 1, false, DeliveryStatus.None, null)], host.Outbox());
        Assert.Single(host.Graph.Sent.Take(3).Select(sent => sent.CallbackData).Distinct());
    }

    [Fact]
    public async Task A_send_that_is_never_taken_is_given_up_after_its_attempts()
    {
        await using var host = await EngineHost.StartAsync(o => o.Outbox.MaxAttempts = 3);
        host.Graph.Answer = (message, _) => Task.FromResult(message.Text == "1: hello" ? GraphAnswer.Refused(130429, 429) : GraphAnswer.Taken(message));

        await host.SayAsync("hello|again");
        await host.UntilSentAsync(4, Step);
        await host.UntilIdleAsync();

        // The next message was put back once: after 130429 the whole number keeps quiet for a while.
        Assert.Equal([new OutboxLine(Rejected, 3, false, DeliveryStatus.None, 130429), new OutboxLine(Sent, 2, false, DeliveryStatus.None, null)], host.Outbox());
    }

    [Fact]
    public async Task Replies_beyond_the_pace_to_one_customer_wait_in_storage_and_all_arrive()
    {
        await using var host = await EngineHost.StartAsync(o => o.Outbox.MaxAttempts = 1, pairInterval: TimeSpan.FromSeconds(6));

        await host.SayAsync(string.Join('|', Enumerable.Range(0, 48)));
        await host.UntilSentAsync(45);
        await host.UntilAsync(() => host.Outbox()[45] is { State: 0, Attempt: 1 });
        Assert.Equal(45, host.Graph.Sent.Count);
        await host.UntilSentAsync(48, Step);
        await host.UntilIdleAsync();

        Assert.Equal(Enumerable.Range(0, 48).Select(i => $"1: {i}"), host.Graph.Texts);
    }

    [Fact]
    public async Task A_host_that_is_asked_to_stop_lets_a_send_come_to_its_end()
    {
        await using var host = await EngineHost.StartAsync();
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Graph.Answer = async (message, _) =>
        {
            await answer.Task;
            return GraphAnswer.Taken(message);
        };

        await host.SayAsync("hello");
        await host.UntilSentAsync(1);
        var restart = host.RestartAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
        answer.SetResult();
        await restart;
        await host.PassAsync(TimeSpan.FromSeconds(15));

        Assert.Equal([new OutboxLine(Sent, 1, false, DeliveryStatus.None, null)], host.Outbox());
        Assert.Equal(["1: hello"], host.Graph.Texts);
    }

    [Fact]
    public async Task A_server_that_refuses_connections_is_tried_again_without_a_flag()
    {
        await using var host = await EngineHost.StartAsync();
        await host.Graph.DisposeAsync();

        await host.SayAsync("hello");
        await host.UntilAsync(() => host.Outbox() is [{ State: 0, Attempt: >= 2 }], Step);

        Assert.False(Assert.Single(host.Outbox()).MaybeDuplicate);
    }

    [Fact]
    public async Task A_send_that_is_refused_for_good_does_not_hold_up_the_next()
    {
        await using var host = await EngineHost.StartAsync();
        host.Graph.Answer = (message, before) => Task.FromResult(before == 0 ? GraphAnswer.Refused(131047) : GraphAnswer.Taken(message));

        await host.SayAsync("hello|again");
        await host.UntilIdleAsync();
        await host.PassAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(["1: hello", "1: again"], host.Graph.Texts);
        Assert.Equal([new OutboxLine(Rejected, 1, false, DeliveryStatus.None, 131047), new OutboxLine(Sent, 1, false, DeliveryStatus.None, null)], host.Outbox());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_send_of_unknown_outcome_that_a_status_proves_is_never_sent_again(bool answerIsJson)
    {
        await using var host = await EngineHost.StartAsync();
        host.Graph.Answer = (message, before) =>
            Task.FromResult(before > 0 ? GraphAnswer.Taken(message) : answerIsJson ? GraphAnswer.Refused(131000, 500) : GraphAnswer.Broken());

        await host.SayAsync("hello|again");
        await host.UntilAsync(() => host.Outbox() is [{ State: Unknown }, ..]);
        await host.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Single(host.Graph.Sent);
        await host.AcceptAsync(host.Status(host.Graph.Sent[0], "delivered"));
        await host.UntilSentAsync(2, Step);
        await host.UntilIdleAsync();
        await host.PassAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(["1: hello", "1: again"], host.Graph.Texts);
        Assert.Equal(new OutboxLine(Sent, 1, false, DeliveryStatus.Delivered, null), host.Outbox()[0] with { ErrorCode = null });
    }

    [Fact]
    public async Task A_send_of_unknown_outcome_without_a_status_is_sent_again_late_and_flagged()
    {
        await using var host = await EngineHost.StartAsync();
        host.Graph.Answer = (message, before) => Task.FromResult(before == 0 ? GraphAnswer.Broken() : GraphAnswer.Taken(message));

        await host.SayAsync("hello");
        await host.UntilAsync(() => host.Outbox() is [{ State: Unknown }]);
        await host.PassAsync(TimeSpan.FromSeconds(9));
        Assert.Single(host.Graph.Sent);
        await host.UntilSentAsync(2, Step);
        await host.UntilIdleAsync();

        Assert.Equal(host.Graph.Sent[0].CallbackData, host.Graph.Sent[1].CallbackData);
        Assert.Equal([new OutboxLine(Sent, 2, true, DeliveryStatus.None, null)], host.Outbox().Select(row => row with { ErrorCode = null }));
    }

    [Fact]
    public async Task Later_replies_wait_behind_one_of_unknown_outcome_while_turns_go_on()
    {
        await using var host = await EngineHost.StartAsync();
        host.Graph.Answer = (message, before) => Task.FromResult(before == 0 ? GraphAnswer.Broken() : GraphAnswer.Taken(message));

        await host.SayAsync("one");
        await host.UntilAsync(() => host.Outbox() is [{ State: Unknown }]);
        await host.SayAsync("two");
        await host.SayAsync("three");
        await host.UntilAsync(() => host.Number("SELECT state_version FROM lanes") == 3);
        await host.SayAsync("a bystander", "15550002222");
        await host.UntilSentAsync(2);
        Assert.Equal(["1: one", "1: a bystander"], host.Graph.Texts);
        await host.AcceptAsync(host.Status(host.Graph.Sent[0], "sent"));
        await host.UntilSentAsync(4, Step);

        Assert.Equal(["1: one", "1: a bystander", "2: two", "3: three"], host.Graph.Texts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_status_that_is_faster_than_the_answer_is_not_lost(bool echoed)
    {
        await using var host = await EngineHost.StartAsync();
        var statusTaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Graph.Answer = async (message, _) =>
        {
            await statusTaken.Task;
            return GraphAnswer.Taken(message);
        };

        await host.SayAsync("hello");
        await host.UntilSentAsync(1);
        await host.AcceptAsync(host.Status(host.Graph.Sent[0], "sent", echoed));
        await host.AcceptAsync(host.Status(host.Graph.Sent[0], "read", echoed));
        statusTaken.SetResult();
        await host.UntilIdleAsync();
        await host.PassAsync(TimeSpan.FromSeconds(60));

        Assert.Equal([new OutboxLine(Sent, 1, false, DeliveryStatus.Read, null)], host.Outbox());
        Assert.Single(host.Graph.Sent);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up_by_the_deadline_and_reconciled()
    {
        await using var host = await EngineHost.StartAsync();
        var never = new TaskCompletionSource<GraphAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Graph.Answer = (message, before) => before == 0 ? never.Task : Task.FromResult(GraphAnswer.Taken(message));

        await host.SayAsync("hello");
        await host.UntilSentAsync(1);
        await host.UntilAsync(() => host.Outbox() is [{ State: Unknown }], Step);
        await host.AcceptAsync(host.Status(host.Graph.Sent[0], "delivered"));
        await host.PassAsync(TimeSpan.FromSeconds(60));
        never.SetResult(GraphAnswer.Broken());

        Assert.Equal(["1: hello"], host.Graph.Texts);
        Assert.Equal((Sent, false), (host.Outbox()[0].State, host.Outbox()[0].MaybeDuplicate));
    }

    [Fact]
    public async Task A_failed_status_after_the_answer_is_kept_with_its_code()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("hello");
        await host.UntilIdleAsync();

        await host.AcceptAsync(host.Status(host.Graph.Sent[0], "failed"));

        Assert.Equal([new OutboxLine(Sent, 1, false, DeliveryStatus.Failed, null)], host.Outbox());
    }
}
