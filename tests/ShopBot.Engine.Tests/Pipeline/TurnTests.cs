using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Tests.Pipeline;

public sealed class TurnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_copies_of_one_webhook_cause_one_turn_and_one_reply()
    {
        await using var host = await EngineHost.StartAsync();
        var body = host.Message("hello");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => host.AcceptAsync(body), Token)));
        await host.UntilIdleAsync();
        await host.AcceptAsync(body);
        await host.SayAsync("again");
        await host.UntilSentAsync(2);

        Assert.Equal(["1: hello", "2: again"], host.Graph.Texts);
        Assert.Equal(1, host.Flow.RunsOf("hello"));
        Assert.Equal(2, host.Number("SELECT COUNT(*) FROM inbox"));
    }

    [Fact]
    public async Task Twenty_messages_at_once_of_one_customer_are_each_counted()
    {
        await using var host = await EngineHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => host.SayAsync($"m{i}"), Token)));
        await host.UntilSentAsync(20);
        await host.UntilIdleAsync();

        Assert.Equal(Enumerable.Range(1, 20), host.Graph.Texts.Select(text => int.Parse(text[..text.IndexOf(':', StringComparison.Ordinal)], null)));
        Assert.Equal(20, host.Number("SELECT state_version FROM lanes"));
    }

    [Fact]
    public async Task Messages_of_one_customer_are_answered_in_the_order_they_were_accepted()
    {
        await using var host = await EngineHost.StartAsync();
        using var hold = new SemaphoreSlim(0);
        host.Flow.During = (text, aborted) => text == "m0" ? hold.WaitAsync(aborted) : Task.CompletedTask;

        for (var i = 0; i < 40; i++)
            await host.SayAsync($"m{i}|and m{i}");
        hold.Release(40);
        await host.UntilSentAsync(80);

        Assert.Equal(Enumerable.Range(0, 40).SelectMany(i => new[] { $"{i + 1}: m{i}", $"{i + 1}: and m{i}" }), host.Graph.Texts);
    }

    [Fact]
    public async Task Events_of_one_delivery_keep_their_order()
    {
        await using var host = await EngineHost.StartAsync();
        var store = await host.StoreAsync();
        var events = new[] { ("a1", "15550001111"), ("b1", "15550002222"), ("a2", "15550001111") }
            .SelectMany(item => WhatsApp.Client.Webhooks.WebhookReader.Read(Encoding.UTF8.GetBytes(host.Message(item.Item1, item.Item2))))
            .Select(occurred => new InboxAddress(occurred, store));

        await host.Inbox.AcceptAsync([.. events], Token);
        await host.UntilSentAsync(3);

        Assert.Equal(["1: a1", "2: a2"], host.Graph.Sent.Where(sent => sent.To == "+15550001111").Select(sent => sent.Text));
        Assert.Equal(["1: b1"], host.Graph.Sent.Where(sent => sent.To == "+15550002222").Select(sent => sent.Text));
    }

    [Fact]
    public async Task Two_customers_are_served_at_the_same_time()
    {
        await using var host = await EngineHost.StartAsync();
        var bothInside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var inside = 0;
        host.Flow.During = (_, aborted) =>
        {
            if (Interlocked.Increment(ref inside) == 2)
                bothInside.SetResult();
            return bothInside.Task.WaitAsync(aborted);
        };

        await host.SayAsync("one", "15550001111");
        await host.SayAsync("two", "15550002222");
        await host.UntilSentAsync(2);

        Assert.Equal(["1: one", "1: two"], host.Graph.Texts.Order());
    }

    [Fact]
    public async Task One_customer_is_never_in_two_turns()
    {
        await using var host = await EngineHost.StartAsync();
        var inside = 0;
        var most = new ConcurrentBag<int>();
        host.Flow.During = async (_, _) =>
        {
            most.Add(Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        };

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => host.SayAsync($"m{i}"), Token)));
        await host.UntilSentAsync(30);

        Assert.All(most, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task The_same_phone_number_in_two_stores_is_two_people_and_two_tokens()
    {
        await using var host = await EngineHost.StartAsync();
        await host.AddStoreAsync("other-shop.myshopify.com", "200");

        await host.SayAsync("first", number: "100");
        await host.UntilSentAsync(1);
        await host.SayAsync("second", number: "200");
        await host.UntilSentAsync(2);

        Assert.Equal(
            [("100", "1: first", $"Bearer {EngineHost.AccessToken}-100"), ("200", "1: second", $"Bearer {EngineHost.AccessToken}-200")],
            host.Graph.Sent.Select(sent => (sent.Number, sent.Text, sent.Authorization)));
    }

    [Fact]
    public async Task A_flow_that_fails_is_tried_again_then_parked_with_one_apology_and_the_conversation_goes_on()
    {
        await using var host = await EngineHost.StartAsync();
        host.Flow.During = (text, _) => text == "boom" ? throw new TimeoutException("the catalogue") : Task.CompletedTask;

        await host.SayAsync("before");
        await host.SayAsync("boom");
        await host.SayAsync("after");
        await host.UntilSentAsync(3, TimeSpan.FromMilliseconds(250));
        await host.UntilIdleAsync();

        Assert.Equal(["1: before", new ShopBotOptions().Apology, "2: after"], host.Graph.Texts);
        Assert.Equal(3, host.Flow.RunsOf("boom"));
        Assert.Equal(1, host.Number("SELECT COUNT(*) FROM inbox WHERE state = 2 AND cause = 'TimeoutException'"));
    }

    [Fact]
    public async Task A_flow_that_fails_once_is_answered_once()
    {
        await using var host = await EngineHost.StartAsync();
        host.Flow.During = (text, _) => host.Flow.RunsOf(text) == 1 ? throw new TimeoutException("the catalogue") : Task.CompletedTask;

        await host.SayAsync("boom");
        await host.UntilSentAsync(1, TimeSpan.FromMilliseconds(250));
        await host.UntilIdleAsync();

        Assert.Equal(["1: boom"], host.Graph.Texts);
        Assert.Equal(2, host.Flow.RunsOf("boom"));
    }

    [Fact]
    public async Task A_turn_that_never_ends_is_stopped_by_its_deadline()
    {
        await using var host = await EngineHost.StartAsync(o => o.MaxTurnAttempts = 1);
        host.Flow.During = (_, aborted) => Task.Delay(Timeout.InfiniteTimeSpan, aborted);

        await host.SayAsync("hang");
        await host.UntilSentAsync(1, TimeSpan.FromSeconds(1));

        Assert.Equal([new ShopBotOptions().Apology], host.Graph.Texts);
    }

    [Fact]
    public async Task A_lease_that_was_lost_cannot_commit()
    {
        await using var host = await EngineHost.StartAsync();
        using var hold = new SemaphoreSlim(0);
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Flow.During = (_, _) =>
        {
            entered.TrySetResult();
            return hold.WaitAsync(Token);
        };
        await host.SayAsync("hello");
        await entered.Task.WaitAsync(Token);

        // Another host takes the lane in the future, while ours believes its lease holds.
        var taken = await host.Services.GetRequiredService<ILaneStore>().ClaimAsync(
            new ClaimRequest("another host", host.Time.GetUtcNow() + TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(10), 10, 0), Token);
        Assert.Equal(2, Assert.Single(taken.Lanes).Fence);
        hold.Release();
        await host.SayAsync("bystander", "15550002222");
        hold.Release();
        await host.UntilSentAsync(1);

        Assert.Equal(["1: bystander"], host.Graph.Texts);
        Assert.Equal(0, host.Number("SELECT state_version FROM lanes WHERE fence = 2"));

        // The other host dies; its lease ends and the message has its one turn here.
        hold.Release(10);
        await host.UntilSentAsync(2, TimeSpan.FromSeconds(1));
        Assert.Equal("1: hello", host.Graph.Sent[^1].Text);
    }

    [Fact]
    public async Task A_conversation_and_its_keys_outlive_the_host()
    {
        await using var host = await EngineHost.StartAsync();
        var repeated = host.Message("one");
        await host.AcceptAsync(repeated);
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();

        await host.RestartAsync();
        await host.AcceptAsync(repeated);
        await host.SayAsync("two");
        await host.UntilSentAsync(2);

        Assert.Equal(["1: one", "2: two"], host.Graph.Texts);
        Assert.Equal(1, host.Number("SELECT COUNT(*) FROM customers"));
    }

    [Fact]
    public async Task A_timer_fires_once_in_its_conversation()
    {
        await using var host = await EngineHost.StartAsync();

        await host.SayAsync("remind me");
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();
        await host.PassAsync(TimeSpan.FromSeconds(50));
        Assert.Single(host.Graph.Sent);
        await host.UntilSentAsync(2, TimeSpan.FromSeconds(1));
        await host.PassAsync(TimeSpan.FromSeconds(90));

        Assert.Equal(["I will", "reminded"], host.Graph.Texts);
    }

    [Fact]
    public async Task An_event_from_elsewhere_takes_its_turn_once_and_only_for_a_known_customer()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("one");
        await host.UntilSentAsync(1);
        var store = (await host.StoreAsync())!;
        var paid = new ExternalEvent(
            new CustomerId(new Guid(Convert.FromHexString(Customer(host)), bigEndian: true)), "order.paid", "1001", "{}"u8.ToArray(), host.Time.GetUtcNow());

        Assert.True(await host.Inbox.AcceptAsync(store, paid, Token));
        Assert.True(await host.Inbox.AcceptAsync(store, paid, Token));
        Assert.False(await host.Inbox.AcceptAsync(store, paid with { Customer = CustomerId.New() }, Token));
        await host.UntilSentAsync(2);
        await host.UntilIdleAsync();

        Assert.Equal(["1: one", "paid after 1"], host.Graph.Texts);
    }

    [Fact]
    public async Task Nothing_personal_or_secret_stands_in_the_database_file()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("a very private sentence");
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();

        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(host.File)!).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Token);
            foreach (var secret in new[] { "private sentence", "15550001111", EngineHost.AccessToken, EngineHost.Secret, "shpat-100", "wamid.", "Ada" })
                Assert.Equal(-1, copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(Encoding.UTF8.GetBytes(secret)));
        }
    }

    private static string Customer(EngineHost host) => host.Text("SELECT hex(customer_id) FROM customers");
}
