using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Events;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Pipeline;

namespace ShopBot.Engine.Tests.Events;

public sealed class EventDeliveryTests
{
    private readonly Listener _listener = new();

    [Fact]
    public async Task Facts_of_a_conversation_reach_a_handler_in_order()
    {
        await using var host = await StartAsync();

        await host.SayAsync("one");
        await host.SayAsync("two");
        await host.UntilAsync(() => _listener.Heard.Count == 5);

        Assert.Equal(
            [EngineEvents.ConversationStarted, EngineEvents.MessageReceived, EngineEvents.MessageReceived],
            _listener.Heard.Select(item => item.Kind).Where(kind => kind != EngineEvents.MessageSent));
        Assert.Equal([1L, 2, 3, 4, 5], _listener.Heard.Select(item => item.Number));
        Assert.Single(_listener.Heard.Select(item => item.Customer).Distinct());
        Assert.All(_listener.Heard, item => Assert.Equal(1, item.Version));
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_written_and_delivered()
    {
        await using var host = await StartAsync(EngineEvents.ConversationStarted);

        await host.SayAsync("one");
        await host.UntilSentAsync(1);
        await host.UntilAsync(() => !_listener.Heard.IsEmpty);
        await host.UntilIdleAsync();

        Assert.Equal([EngineEvents.ConversationStarted], _listener.Heard.Select(item => item.Kind));
        Assert.Equal(0, host.Number("SELECT COUNT(*) FROM events WHERE kind IN ('message.received', 'message.sent')"));
    }

    [Fact]
    public async Task A_failed_delivery_is_repeated_with_the_same_id_and_later_ones_wait()
    {
        await using var host = await StartAsync(EngineEvents.MessageReceived);
        _listener.During = occurred => occurred.Attempt < 2 && occurred.Number == 1 ? throw new TimeoutException() : Task.CompletedTask;

        await host.SayAsync("one");
        await host.SayAsync("two");
        await host.UntilAsync(() => _listener.Heard.Count == 4, TimeSpan.FromMilliseconds(100));

        Assert.Equal([(1L, 0), (1L, 1), (1L, 2), (2L, 0)], _listener.Heard.Select(item => (item.Number, item.Attempt)));
        Assert.Single(_listener.Heard.Where(item => item.Number == 1).Select(item => item.Id).Distinct());
    }

    [Fact]
    public async Task An_event_that_never_goes_through_is_given_up_and_the_next_one_comes()
    {
        await using var host = await StartAsync([EngineEvents.MessageReceived], o => o.Events.MaxAttempts = 2);
        _listener.During = occurred => occurred.Number == 1 ? throw new TimeoutException() : Task.CompletedTask;

        await host.SayAsync("one");
        await host.SayAsync("two");
        await host.UntilAsync(() => _listener.Heard.Any(item => item.Number == 2), TimeSpan.FromMilliseconds(100));
        await host.UntilAsync(() => host.Number("SELECT COUNT(*) FROM events WHERE number IS NOT NULL") == 0);

        Assert.Equal("TimeoutException", host.Text("SELECT cause FROM events WHERE cause IS NOT NULL"));
    }

    [Fact]
    public async Task Events_committed_before_a_stop_are_delivered_after_it()
    {
        await using var host = await StartAsync(EngineEvents.MessageReceived);
        var hold = new TaskCompletionSource();
        _listener.During = _ => hold.Task;
        await host.SayAsync("one");
        await host.UntilAsync(() => _listener.Heard.Count == 1);
        hold.SetException(new InvalidOperationException("the process dies"));
        _listener.During = _ => Task.CompletedTask;

        await host.RestartAsync();
        await host.UntilAsync(() => _listener.Heard.Count >= 2, TimeSpan.FromMilliseconds(100));

        Assert.Equal(_listener.Heard.First().Id, _listener.Heard.Last().Id);
    }

    [Fact]
    public async Task Facts_about_a_store_are_delivered_in_order_once_and_belong_to_no_customer()
    {
        await using var host = await StartAsync();
        var store = (await host.StoreAsync())!;
        await host.SayAsync("one");

        await AnnounceAsync(host, store, EngineEvents.StoreInstalled, "1");
        await AnnounceAsync(host, store, EngineEvents.StoreInstalled, "1");
        await AnnounceAsync(host, store, EngineEvents.StoreUninstalled, "2");
        await host.UntilAsync(() => _listener.Heard.Any(item => item.Kind == EngineEvents.StoreUninstalled));
        await host.UntilIdleAsync();

        var facts = _listener.Heard.Where(item => item.Kind.StartsWith("store.", StringComparison.Ordinal)).ToList();
        Assert.Equal([(EngineEvents.StoreInstalled, 1L), (EngineEvents.StoreUninstalled, 2L)], facts.Select(item => (item.Kind, item.Number)));
        Assert.All(facts, item => Assert.Equal("""{"shopDomain":"demo-shop.myshopify.com"}""", System.Text.Encoding.UTF8.GetString(item.Payload.Span)));
        Assert.DoesNotContain(facts[0].Customer, _listener.Heard.Where(item => item.Kind == EngineEvents.MessageReceived).Select(item => item.Customer));
        Assert.Single(await host.Services.GetRequiredService<IConversationReader>().ListLanesAsync(store.Id, new LaneFilter(), null, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_dead_letter_is_an_event()
    {
        await using var host = await StartAsync([EngineEvents.TurnParked], o => o.MaxTurnAttempts = 1);
        host.Flow.During = (_, _) => throw new InvalidOperationException("broken");

        await host.SayAsync("one");
        await host.UntilAsync(() => !_listener.Heard.IsEmpty, TimeSpan.FromMilliseconds(100));

        Assert.Contains("InvalidOperationException", System.Text.Encoding.UTF8.GetString(_listener.Heard.Single().Payload.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"v":3,"a":1}""", 3)]
    [InlineData("""{"a":{"v":9},"v":2}""", 2)]
    [InlineData("""{"a":1}""", 1)]
    [InlineData("""{"v":"x"}""", 1)]
    [InlineData("[1]", 1)]
    [InlineData("", 1)]
    public void The_version_is_read_from_the_payload(string payload, int version)
    {
        var occurred = new DomainEvent
        {
            Id = Guid.Empty, Kind = "x", Store = default, Customer = default, Number = 1, RecordedAt = default, Payload = System.Text.Encoding.UTF8.GetBytes(payload),
        };

        Assert.Equal(version, occurred.Version);
    }

    private static Task AnnounceAsync(EngineHost host, Store store, string kind, string key) => host.Inbox.AnnounceAsync(
        store, kind, key, """{"shopDomain":"demo-shop.myshopify.com"}"""u8.ToArray(), host.Time.GetUtcNow(), TestContext.Current.CancellationToken);

    private Task<EngineHost> StartAsync(params string[] kinds) => StartAsync(kinds, null);

    private Task<EngineHost> StartAsync(string[] kinds, Action<ShopBotOptions>? configure) => EngineHost.StartAsync(configure, extend: bot =>
    {
        bot.Services.AddSingleton(_listener);
        bot.AddEventHandler<ListeningHandler>(kinds);
    });

    private sealed class Listener
    {
        public ConcurrentQueue<DomainEvent> Heard { get; } = new();

        public Func<DomainEvent, Task> During { get; set; } = _ => Task.CompletedTask;
    }

    private sealed class ListeningHandler(Listener listener) : IDomainEventHandler
    {
        public async ValueTask HandleAsync(DomainEvent occurred, CancellationToken cancellationToken)
        {
            listener.Heard.Enqueue(occurred);
            await listener.During(occurred).WaitAsync(cancellationToken);
        }
    }
}
