using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Security;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Pipeline;

namespace ShopBot.Engine.Tests.Security;

/// <summary>Keys are renewed under a host that is at work, cut off at every step, and nobody who talks to it notices.</summary>
public sealed class KeyRotationTests
{
    private const string Shop = "demo-shop.myshopify.com";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_gets_another_data_key_and_everything_is_under_it()
    {
        await using var host = await EngineHost.StartAsync(o => (o.TurnTimeout, o.MaxTurnAttempts) = (TimeSpan.FromSeconds(10), 100));
        var made = await BusyAsync(host);
        var old = (await host.StoreAsync())!.Cipher;

        // The turn that is under way ends before the old key does, and is run again with what it kept.
        var renewal = Rotation(host).RenewDataKeyAsync(Shop, TimeSpan.FromSeconds(20), Token);
        while (!renewal.IsCompleted)
            await host.PassAsync(TimeSpan.FromSeconds(1));
        var report = await renewal;

        Assert.Equal(0, report!.Unreadable);
        Assert.True(report.Values > 10);
        var now = (await host.StoreAsync())!.Cipher;
        foreach (var (table, column, row, value) in await ValuesAsync(host))
        {
            Assert.NotNull(now.Unprotect(value, table, column, row));
            Assert.ThrowsAny<CryptographicException>(() => old.Unprotect(value, table, column, row));
        }

        Assert.Null(await Rotation(host).RenewDataKeyAsync("nobody.myshopify.com", TimeSpan.Zero, Token));
        await GoesOnAsync(host, made);
    }

    [Fact]
    public async Task Cut_off_at_every_call_a_renewal_goes_on_and_conversations_too()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("hello");
        await host.SayAsync("remind", from: "15550002222");
        await IdleAsync(host, 2);
        var old = (await host.StoreAsync())!.Cipher;

        var cuts = 0;
        while (true)
        {
            try
            {
                await DataKeys(host, new CutRows(Rows(host), cuts + 1)).RunAsync(Shop, TimeSpan.Zero, Token);
                break;
            }
            catch (CutException)
            {
                cuts++;
                await host.SayAsync($"cut {cuts}");
                await IdleAsync(host, 2 + cuts);
                Assert.Equal($"{cuts + 1}: cut {cuts}", host.Graph.Texts.Last());
            }
        }

        Assert.True(cuts > 5);
        foreach (var (table, column, row, value) in await ValuesAsync(host))
            Assert.ThrowsAny<CryptographicException>(() => old.Unprotect(value, table, column, row));
        await host.PassAsync(TimeSpan.FromMinutes(1));
        await IdleAsync(host, 3 + cuts);
        Assert.Equal("reminded", host.Graph.Texts.Last());
    }

    [Fact]
    public async Task A_host_that_has_not_heard_of_the_change_still_writes_what_others_read()
    {
        await using var host = await EngineHost.StartAsync();
        var keys = host.Services.GetRequiredService<DataKeys>();
        var record = (await host.StoreAsync())!.Record;
        var announced = record with { WrappedDataKey = keys.Wrap(record.Id, keys.Unwrap(record).Announce(StoreCipher.NewDataKey())) };
        var switched = record with { WrappedDataKey = keys.Wrap(record.Id, keys.Unwrap(announced).Switch()) };
        var finished = record with { WrappedDataKey = keys.Wrap(record.Id, keys.Unwrap(switched).Finish()) };
        StoreRecord[] steps = [record, announced, switched, finished];

        for (var i = 0; i < steps.Length - 1; i++)
        {
            // Two hosts may be one step apart.
            var (behind, ahead) = (keys.Open(steps[i]), keys.Open(steps[i + 1]));
            if (i < 2)
                Assert.Equal("x", ahead.UnprotectText(behind.Protect("x", "t", "c", "r"), "t", "c", "r"));
            Assert.Equal("x", behind.UnprotectText(ahead.Protect("x", "t", "c", "r"), "t", "c", "r"));
        }
    }

    [Fact]
    public async Task People_and_redeliveries_are_recognised_before_while_and_after_the_look_up_key_changes()
    {
        await using var host = await EngineHost.StartAsync();
        var registry = host.Services.GetRequiredService<StoreRegistry>();
        var first = host.Message("one", id: "wamid.once");
        await host.AcceptAsync(first);
        await host.UntilSentAsync(1);

        var from = await Rotation(host).RenewLookupKeyAsync(TimeSpan.FromMinutes(15), Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Rotation(host).RehashAsync(Token));
        await TalkAsync(host, "two");
        host.Time.SetUtcNow(from);
        await host.AcceptAsync(first);
        await TalkAsync(host, "three");
        Assert.True(await registry.IsVerifyTokenAsync("verify", Token));
        Assert.True(host.Number("SELECT count(*) FROM customer_aliases WHERE hash LIKE '2%'") > 0);

        Assert.True(await Rotation(host).RehashAsync(Token) > 0);
        Assert.Equal(0, host.Number("SELECT count(*) FROM customer_aliases WHERE hash NOT LIKE '2%'"));
        Assert.Equal(1, host.Number("SELECT count(*) FROM stores WHERE verify_token_hash LIKE '2%'"));
        await host.AcceptAsync(first);
        await TalkAsync(host, "four");
        Assert.True(await registry.IsVerifyTokenAsync("verify", Token));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Rotation(host).RetireLookupKeysAsync(Token));
        await host.RestartAsync(TimeSpan.FromDays(15));
        registry = host.Services.GetRequiredService<StoreRegistry>();
        Assert.Equal(1, await Rotation(host).RetireLookupKeysAsync(Token));
        Assert.Equal(0, await Rotation(host).RetireLookupKeysAsync(Token));
        await TalkAsync(host, "five");

        Assert.True(await registry.IsVerifyTokenAsync("verify", Token));
        Assert.False(await registry.IsVerifyTokenAsync("another", Token));
        Assert.Equal(1, host.Number("SELECT count(*) FROM customers"));
        Assert.Equal(0, host.Number("SELECT count(*) FROM customer_aliases WHERE hash NOT LIKE '2%'"));
        Assert.Equal(["1: one", "2: two", "3: three", "4: four", "5: five"], host.Graph.Texts);

        async Task TalkAsync(EngineHost at, string text)
        {
            var sent = at.Graph.Sent.Count;
            await at.SayAsync(text);
            await at.UntilSentAsync(sent + 1, TimeSpan.FromMilliseconds(100));
        }
    }

    [Fact]
    public async Task Cut_off_at_every_call_hashing_anew_goes_on()
    {
        await using var host = await EngineHost.StartAsync();
        for (var i = 0; i < 3; i++)
            await host.SayAsync("hello", from: $"1555000111{i}");
        await host.UntilSentAsync(3);
        await Rotation(host).RenewLookupKeyAsync(TimeSpan.Zero, Token);

        var cuts = 0;
        while (true)
        {
            try
            {
                await LookupKeys(host, new CutRows(Rows(host), cuts + 1)).RehashAsync(Token);
                break;
            }
            catch (CutException)
            {
                cuts++;
            }
        }

        Assert.True(cuts > 1);
        Assert.Equal((3, 3), (host.Number("SELECT count(*) FROM customer_aliases WHERE hash LIKE '2%'"), host.Number("SELECT count(*) FROM customer_aliases")));
        await host.SayAsync("again", from: "15550001111");
        await host.UntilSentAsync(4, TimeSpan.FromMilliseconds(100));
        Assert.Equal("2: again", host.Graph.Texts.Last());
    }

    [Fact]
    public async Task The_ring_is_locked_anew_and_the_earlier_protection_key_is_not_needed_any_more()
    {
        var (first, second) = (NewKey(), NewKey());
        Action<ShopBotBuilder> protect = _ => { };
        await using var host = await EngineHost.StartAsync(extend: bot => protect(bot));
        await host.SayAsync("open");
        await host.UntilSentAsync(1);
        Assert.Contains("masterKey", host.Text("SELECT xml FROM key_ring"), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Rotation(host).RelockRing());

        foreach (var (key, previous) in new[] { (first, Array.Empty<string>()), (second, [first]) })
        {
            protect = bot => bot.ProtectKeyRing(key, previous);
            await host.RestartAsync();
            Assert.Equal(1, Rotation(host).RelockRing());
            Assert.DoesNotContain("masterKey", host.Text("SELECT xml FROM key_ring"), StringComparison.Ordinal);
            protect = bot => bot.ProtectKeyRing(key);
            await host.RestartAsync();
            var sent = host.Graph.Sent.Count;
            await host.SayAsync("locked");
            await host.UntilSentAsync(sent + 1, TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(["1: open", "2: locked", "3: locked"], host.Graph.Texts);
    }

    /// <summary>Nothing is under way any more that began with the keys of before.</summary>
    private static async Task IdleAsync(EngineHost host, int sent)
    {
        await host.UntilSentAsync(sent, TimeSpan.FromMilliseconds(100));
        await host.UntilIdleAsync(TimeSpan.FromMilliseconds(100));
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static KeyRotation Rotation(EngineHost host) => host.Services.GetRequiredService<KeyRotation>();

    private static IStoredRows Rows(EngineHost host) => host.Services.GetRequiredService<IStoredRows>();

    private static DataKeyRenewal DataKeys(EngineHost host, IStoredRows rows) => new(
        host.Services.GetRequiredService<IStoreDirectory>(), host.Services.GetRequiredService<IStoreCache>(), host.Services.GetRequiredService<DataKeys>(), rows, TimeProvider.System);

    private static LookupKeyRenewal LookupKeys(EngineHost host, IStoredRows rows) => new(
        host.Services.GetRequiredService<IKeyStore>(), host.Services.GetRequiredService<LookupHasher>(), host.Services.GetRequiredService<IStoreDirectory>(),
        host.Services.GetRequiredService<StoreRegistry>(), host.Services.GetRequiredService<DataKeys>(), rows,
        host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<ShopBotOptions>>(), host.Time);

    /// <summary>A store with a value in every column that is encrypted: one conversation is in the middle of a turn, one waits for a timer, one was answered.</summary>
    private static async Task<TaskCompletionSource> BusyAsync(EngineHost host)
    {
        await host.SayAsync("hello");
        await host.SayAsync("remind", from: "15550002222");
        await host.UntilSentAsync(2);
        var go = new TaskCompletionSource();
        host.Flow.During = (what, aborted) => what == "after" ? go.Task.WaitAsync(aborted) : Task.CompletedTask;
        await host.SayAsync("once", from: "15550003333");
        await host.UntilAsync(() => host.Number("SELECT count(*) FROM steps") == 1);
        await host.UntilAsync(() => host.Number("SELECT count(*) FROM outbox WHERE state = 3") == 2);
        return go;
    }

    private static async Task GoesOnAsync(EngineHost host, TaskCompletionSource made)
    {
        made.SetResult();
        await host.UntilAsync(() => host.Graph.Texts.Contains("made 1"), TimeSpan.FromMilliseconds(100));
        await host.SayAsync("again");
        await host.UntilAsync(() => host.Graph.Texts.Contains("2: again"), TimeSpan.FromMilliseconds(100));
        await host.PassAsync(TimeSpan.FromSeconds(20));
        await host.UntilAsync(() => host.Graph.Texts.Contains("reminded"), TimeSpan.FromMilliseconds(100));
    }

    private static async Task<List<(string Table, string Column, string Row, byte[] Value)>> ValuesAsync(EngineHost host)
    {
        var store = (await host.StoreAsync())!;
        var values = new List<(string, string, string, byte[])> { (Places.Stores, Places.WhatsApp, store.Id.ToString(), store.Record.WhatsAppCredentials.ToArray()) };
        foreach (var column in EncryptedValues.Columns)
        {
            var rows = await Rows(host).ReadAsync(column.Table, store.Id, null, 1000, Token);
            var found = rows.Where(row => row[column.Index] is byte[] { Length: > 0 }).ToList();
            // Timers of the engine's own have no payload.
            if (column.Table != StoredTable.Timers && column.Table != StoredTable.Steps)
                Assert.True(found.Count > 0, $"Nothing is in {column.Table}.{column.Name}.");
            foreach (var row in found)
            {
                var eventKey = column.Table == StoredTable.Steps ? host.Text("SELECT event_key FROM inbox JOIN lanes USING (store_id, channel, customer_id) WHERE inbox.state = 0 AND seq >= head_seq") : "";
                var place = column.Place(new StoredRow(column.Table, row), eventKey);
                values.Add((place.Table, place.Column, place.Row, (byte[])row[column.Index]!));
            }
        }

        return values;
    }
}
