using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.TestSupport.Waiting;

namespace ShopBot.Storage.Postgres.Tests.Bus;

public sealed class HostBusTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private TestDatabase _database = null!;
    private ServiceProvider _one = null!;
    private ServiceProvider _other = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _database = TestServer.Lend();
        (_one, _other) = (PostgresHarness.Provider(_database.ConnectionString), PostgresHarness.Provider(_database.ConnectionString));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        TestServer.Return(_database);
    }

    [Fact]
    public async Task Another_host_hears_what_is_shouted_by_topic()
    {
        var (work, stores) = (Subscribe(_other, "work"), Subscribe(_other, "stores"));
        await HearsAsync(_one, "work", work);

        Bus(_one).Publish("stores", "shop ä");

        await Eventually.HoldsAsync("the shout is heard", () => stores.Contains("shop ä"), Patience, Token);
        Assert.DoesNotContain("shop ä", work);
    }

    [Fact]
    public async Task Many_shouts_leave_as_few_notifications()
    {
        var heard = Subscribe(_other, "work");
        await HearsAsync(_one, "work", heard);
        var notifications = 0;
        await using var listener = new NpgsqlConnection(_database.PlainConnectionString);
        await listener.OpenAsync(Token);
        listener.Notification += (_, _) => notifications++;
        await using (var listen = new NpgsqlCommand("listen shopbot", listener))
            await listen.ExecuteNonQueryAsync(Token);

        for (var i = 0; i < 2_000; i++)
            Bus(_one).Publish("work", $"{i % 10}");
        Bus(_one).Publish("work", "last");

        await Eventually.HoldsAsync("the last shout is heard", () => heard.Contains("last"), Patience, Token);
        while (await listener.WaitAsync(TimeSpan.FromMilliseconds(300), Token))
        {
        }

        Assert.Equal(10, Enumerable.Range(0, 10).Count(i => heard.Contains($"{i}")));
        Assert.InRange(notifications, 1, 100);
    }

    [Fact]
    public async Task After_a_lost_connection_anything_may_have_happened()
    {
        var heard = Subscribe(_other, "work");
        await HearsAsync(_one, "work", heard);

        await _database.QueryAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen shopbot'");

        await Eventually.HoldsAsync("an empty message is heard", () => heard.Contains(""), Patience, Token);
        await HearsAsync(_one, "work", heard);
    }

    [Fact]
    public async Task Who_ended_his_subscription_hears_nothing_more()
    {
        var ended = new ConcurrentQueue<string>();
        var subscription = Bus(_other).Subscribe("work", ended.Enqueue);
        var heard = Subscribe(_other, "work");
        await HearsAsync(_one, "work", heard);
        subscription.Dispose();

        Bus(_one).Publish("work", "later");

        await Eventually.HoldsAsync("the shout is heard", () => heard.Contains("later"), Patience, Token);
        Assert.DoesNotContain("later", ended);
    }

    private static IHostBus Bus(ServiceProvider host) => host.GetRequiredService<IHostBus>();

    private static ConcurrentQueue<string> Subscribe(ServiceProvider host, string topic)
    {
        var heard = new ConcurrentQueue<string>();
        Bus(host).Subscribe(topic, heard.Enqueue);
        return heard;
    }

    /// <summary>Shouts until it is heard: listening begins a little after subscribing.</summary>
    private static async Task HearsAsync(ServiceProvider from, string topic, ConcurrentQueue<string> heard)
    {
        var number = 0;
        await Eventually.HoldsAsync(
            "shouts are heard",
            () =>
            {
                Bus(from).Publish(topic, $"hello {++number}");
                return heard.Any(message => message.StartsWith("hello", StringComparison.Ordinal) && message.Length > 0);
            },
            Patience, Token);
    }
}
