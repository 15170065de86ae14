using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Pipeline;

namespace ShopBot.Engine.Tests.Promises;

/// <summary>The promises of docs/architecture.md, each kept by the whole engine on one storage provider, with as many hosts as that provider allows.</summary>
public abstract class PromiseTests(Func<Task<IPromiseStorage>> open) : IAsyncLifetime
{
    private Cluster _cluster = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.StartAsync(await open());

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task One_Nothing_acknowledged_is_lost_when_a_host_dies_in_the_middle_of_its_turns()
    {
        var hold = new TaskCompletionSource();
        _cluster.Flow.During = (_, aborted) => hold.Task.WaitAsync(aborted);
        for (var i = 0; i < 10; i++)
            await _cluster.SayAsync($"m{i}", from: $"1555000{i:0000}");
        await _cluster.UntilAsync(() => Enumerable.Range(0, 10).All(i => _cluster.Flow.RunsOf($"m{i}") > 0));

        _cluster.Flow.During = (_, _) => Task.CompletedTask;
        await _cluster.KillFirstAsync();
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count >= 10, TimeSpan.FromMilliseconds(250));

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"1: m{i}"), _cluster.Graph.Texts.Order(StringComparer.Ordinal));
        hold.SetResult();
    }

    [Fact]
    public async Task Two_Copies_at_all_hosts_at_once_change_a_conversation_once()
    {
        var body = _cluster.Message("hello");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => _cluster.AcceptAsync(body, i), Token)));
        await _cluster.SayAsync("again");
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count >= 2);
        await _cluster.UntilIdleAsync();

        Assert.Equal(["1: hello", "2: again"], _cluster.Graph.Texts);
    }

    [Fact]
    public async Task Three_Twenty_turns_at_once_on_one_conversation_count_to_twenty()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => _cluster.SayAsync($"m{i}", host: i), Token)));
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count >= 20, TimeSpan.FromMilliseconds(50));

        Assert.Equal(Enumerable.Range(1, 20), _cluster.Graph.Texts.Select(text => int.Parse(text.AsSpan(0, text.IndexOf(':', StringComparison.Ordinal)), provider: null)));
    }

    [Fact]
    public async Task Three_One_slow_conversation_does_not_hold_up_another()
    {
        var hold = new TaskCompletionSource();
        _cluster.Flow.During = (text, aborted) => text == "slow" ? hold.Task.WaitAsync(aborted) : Task.CompletedTask;

        await _cluster.SayAsync("slow", from: "15550000001");
        await _cluster.SayAsync("quick", from: "15550000002");
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count == 1);

        Assert.Equal(["1: quick"], _cluster.Graph.Texts);
        hold.SetResult();
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count == 2);
    }

    [Fact]
    public async Task Four_A_send_without_an_answer_is_not_repeated_when_its_status_comes()
    {
        _cluster.Graph.Answer = (_, before) => Task.FromResult(before == 0 ? GraphAnswer.Broken() : GraphAnswer.Taken(_cluster.Graph.Sent[before]));
        await _cluster.SayAsync("one");
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count == 1);

        await _cluster.AcceptAsync(_cluster.Status(_cluster.Graph.Sent[0], "delivered"));
        await _cluster.SayAsync("two");
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count == 2, TimeSpan.FromMilliseconds(250));
        await _cluster.UntilIdleAsync();

        Assert.Equal(["1: one", "2: two"], _cluster.Graph.Texts);
    }

    [Fact]
    public async Task Four_A_send_that_nobody_hears_of_is_sent_again_once_and_before_later_ones()
    {
        _cluster.Graph.Answer = (message, before) => Task.FromResult(before == 0 ? GraphAnswer.Broken() : GraphAnswer.Taken(message));
        await _cluster.SayAsync("one");
        await _cluster.SayAsync("two");

        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count == 3, TimeSpan.FromMilliseconds(500));
        await _cluster.UntilIdleAsync();

        Assert.Equal(["1: one", "1: one", "2: two"], _cluster.Graph.Texts);
        Assert.Equal(_cluster.Graph.Sent[0].CallbackData, _cluster.Graph.Sent[1].CallbackData);
    }

    [Fact]
    public async Task Five_A_message_that_cannot_be_handled_is_set_aside_and_can_be_replayed()
    {
        _cluster.Flow.During = (text, _) => text == "bad" ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        await _cluster.SayAsync("bad");
        await _cluster.SayAsync("good");
        await _cluster.UntilAsync(() => _cluster.Graph.Texts.Contains("1: good"), TimeSpan.FromMilliseconds(250));
        var store = (await _cluster.StoreAsync())!;
        var parked = Assert.Single(await _cluster.Reader.ListParkedAsync(store.Id, null, 10, Token));

        _cluster.Flow.During = (_, _) => Task.CompletedTask;
        Assert.True(await _cluster.Inbox(0).ReplayAsync(parked, Token));
        await _cluster.UntilAsync(() => _cluster.Graph.Texts.Contains("2: bad"), TimeSpan.FromMilliseconds(250));

        Assert.Equal(3, _cluster.Graph.Sent.Count);
        Assert.Equal("InvalidOperationException", parked.Cause);
        Assert.Empty(await _cluster.Reader.ListParkedAsync(store.Id, null, 10, Token));
    }

    [Fact]
    public async Task Six_One_person_at_two_stores_is_two_customers_and_a_number_belongs_to_one_store()
    {
        await _cluster.AddStoreAsync("other-shop.myshopify.com", "200");
        await _cluster.SayAsync("a");
        await _cluster.SayAsync("b");
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count == 2);

        await _cluster.SayAsync("c", number: "200");
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Count == 3);

        Assert.Equal(["1: a", "2: b", "1: c"], _cluster.Graph.Texts);
        Assert.Equal(["100", "100", "200"], _cluster.Graph.Sent.Select(sent => sent.Number));
        Assert.Equal($"Bearer {EngineHost.AccessToken}-200", _cluster.Graph.Sent[2].Authorization);
        Assert.False(await _cluster.TryAddStoreAsync("thief.myshopify.com", "100"));
    }

    [Fact]
    public async Task Seven_Accepting_goes_on_while_the_platform_answers_nothing()
    {
        var hang = new TaskCompletionSource();
        _cluster.Graph.Answer = async (message, _) =>
        {
            await hang.Task;
            return GraphAnswer.Taken(message);
        };

        for (var i = 0; i < 200; i++)
            await _cluster.SayAsync($"m{i}", from: $"1555000{i % 50:0000}");

        Assert.True(_cluster.Graph.Sent.Count < 200);
        hang.SetResult();
        await _cluster.UntilAsync(() => _cluster.Graph.Sent.Select(sent => sent.CallbackData).Distinct().Count() == 200, TimeSpan.FromMilliseconds(250));
    }
}
