using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.Postgres.Tests.Transfer;

/// <summary>A deployment moves from SQLite to PostgreSQL and back, cut off at every step, and goes on where it was.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shopbot-transfer-");
    private readonly StoreId _store = StoreId.New(Now);
    private readonly StoreId _other = StoreId.New(Now.AddHours(1));
    private TestDatabase _database = null!;
    private Life _life = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Export => Path.Combine(_folder.FullName, "export");

    public async ValueTask InitializeAsync()
    {
        _database = TestServer.Make();
        await using var sqlite = await OpenSqliteAsync("source.db");
        _life = await LiveAsync(sqlite);
    }

    public ValueTask DisposeAsync()
    {
        _database?.Drop();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_moved_goes_on_at_the_other_provider()
    {
        await using (var sqlite = await OpenSqliteAsync("source.db"))
            await Transfer(sqlite).ExportAsync(Export, Token);
        await using var postgres = await OpenPostgresAsync();
        var report = await Transfer(postgres).ImportAsync(Export, Token);

        Assert.Equal((2, 0), (report.Stores, report.InUse));
        Assert.All(StoredTable.OfStore, table => Assert.True(report.Rows[table.Name] > 0, $"Nothing of {table} was moved, so nothing is shown about it."));
        await GoesOnAsync(postgres, _life);
    }

    [Fact]
    public async Task What_is_moved_back_is_the_same_to_the_byte_and_goes_on_too()
    {
        await using (var sqlite = await OpenSqliteAsync("source.db"))
            await Transfer(sqlite).ExportAsync(Export, Token);
        await using (var postgres = await OpenPostgresAsync())
        {
            await Transfer(postgres).ImportAsync(Export, Token);
            await Transfer(postgres).ExportAsync(Export + "-2", Token);
        }

        await using var back = await OpenSqliteAsync("back.db");
        await Transfer(back).ImportAsync(Export + "-2", Token);

        foreach (var file in Directory.GetFiles(Export, "*.jsonl"))
            Assert.Equal(await File.ReadAllTextAsync(file, Token), await File.ReadAllTextAsync(Path.Combine(Export + "-2", Path.GetFileName(file)), Token));
        await GoesOnAsync(back, _life);
    }

    [Fact]
    public async Task Cut_off_at_every_call_it_goes_on_and_ends_with_the_same()
    {
        await using (var sqlite = await OpenSqliteAsync("source.db"))
        {
            Assert.True(await CutUntilDoneAsync(sqlite, transfer => transfer.ExportAsync(Export, Token)) > 20);
            await Transfer(sqlite).ExportAsync(Export + "-whole", Token);
        }

        await using var postgres = await OpenPostgresAsync();
        Assert.True(await CutUntilDoneAsync(postgres, transfer => transfer.ImportAsync(Export, Token)) > 20);

        foreach (var file in Directory.GetFiles(Export + "-whole", "*.jsonl"))
            Assert.Equal(await File.ReadAllTextAsync(file, Token), await File.ReadAllTextAsync(Path.Combine(Export, Path.GetFileName(file)), Token));
        Assert.Empty(Directory.GetFiles(Export, "*.part"));
        await GoesOnAsync(postgres, _life);
    }

    [Fact]
    public async Task A_file_that_ends_in_the_middle_of_a_line_is_finished()
    {
        await using var sqlite = await OpenSqliteAsync("source.db");
        await Transfer(sqlite).ExportAsync(Export, Token);
        var file = Path.Combine(Export, $"store-{_store.Value:N}.jsonl");
        var whole = await File.ReadAllBytesAsync(file, Token);

        // A place in every line, and some beyond: each is where a disk may have stopped.
        for (var length = 0; length < whole.Length; length += 97)
        {
            File.Delete(Path.Combine(Export, "manifest.json"));
            File.Delete(file);
            await File.WriteAllBytesAsync(file + ".part", whole[..length], Token);
            await Transfer(sqlite).ExportAsync(Export, Token);
            Assert.Equal(whole, await File.ReadAllBytesAsync(file, Token));
        }
    }

    [Fact]
    public async Task A_host_at_work_meanwhile_is_noticed()
    {
        await using var sqlite = await OpenSqliteAsync("source.db");
        await Assert.ThrowsAsync<CutException>(() => Transfer(new CutRows(sqlite.GetRequiredService<IStoredRows>(), 18)).ExportAsync(Export, Token));
        await sqlite.GetRequiredService<ILaneStore>().AppendAsync([Sample.Event(_store, "meanwhile", Now, Sample.UserId("ada"))], null, Now, Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Transfer(sqlite).ExportAsync(Export, Token));
        await Transfer(sqlite).ExportAsync(Export, Token);

        Assert.Contains("meanwhile", await File.ReadAllTextAsync(Path.Combine(Export, $"store-{_store.Value:N}.jsonl"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_export_a_used_database_and_a_store_at_work_are_left_alone()
    {
        await using (var sqlite = await OpenSqliteAsync("source.db"))
            await Transfer(sqlite).ExportAsync(Export, Token);
        await using var postgres = await OpenPostgresAsync();
        var rows = postgres.GetRequiredService<IStoredRows>();

        var file = Path.Combine(Export, $"store-{_other.Value:N}.jsonl");
        var whole = await File.ReadAllBytesAsync(file, Token);
        await File.WriteAllBytesAsync(file, [.. whole[..^2], (byte)'x', (byte)'\n'], Token);
        await Assert.ThrowsAsync<FormatException>(() => Transfer(postgres).ImportAsync(Export, Token));
        Assert.Empty(await rows.ListStoresAsync(null, 10, Token));
        await File.WriteAllBytesAsync(file, whole, Token);

        await Transfer(postgres).ImportAsync(Export, Token);
        await postgres.GetRequiredService<ILaneStore>().AppendAsync([Sample.Event(_store, "new here", Now, Sample.UserId("ada"))], null, Now, Token);
        Assert.Equal(1, (await Transfer(postgres).ImportAsync(Export, Token)).InUse);
        await Assert.ThrowsAsync<IOException>(() => Transfer(postgres).ExportAsync(Export, Token));

        await using var used = await OpenSqliteAsync("used.db");
        await used.GetRequiredService<IKeyStore>().AddLookupKeyAsync(1, Sample.Bytes("another key"), Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Transfer(used).ImportAsync(Export, Token));
        Assert.Empty(await used.GetRequiredService<IStoredRows>().ListStoresAsync(null, 10, Token));
    }

    private static async Task<int> CutUntilDoneAsync(ServiceProvider services, Func<StorageTransfer, Task<TransferReport>> move)
    {
        for (var calls = 1; ; calls++)
        {
            try
            {
                await move(Transfer(new CutRows(services.GetRequiredService<IStoredRows>(), calls)));
                return calls;
            }
            catch (CutException)
            {
                // The next run goes on one call further.
            }
        }
    }

    /// <summary>Everything that can be in a database, in every state that it can have.</summary>
    private async Task<Life> LiveAsync(ServiceProvider services)
    {
        var lanes = services.GetRequiredService<ILaneStore>();
        var claim = new ClaimRequest("host-1", Now, Lease, 10, 10);
        async Task<CommitResult> CommitAsync(params CommitItem[] items) => (await lanes.CommitAsync(items, Lease, Now, Token))[0];
        async Task<LaneWork> TalkAsync(string key, params CustomerAlias[] aliases) => (await lanes.AppendAsync([Sample.Event(_store, key, Now, aliases)], claim, Now, Token))[0].Work!;

        services.GetRequiredService<IKeyStore>().AddToKeyRing("key-1", "<key />");
        await services.GetRequiredService<IKeyStore>().AddLookupKeyAsync(1, Sample.Bytes("wrapped look-up key"), Token);
        foreach (var (id, domain) in new[] { (_store, "demo-shop.myshopify.com"), (_other, "other-shop.myshopify.com") })
            await services.GetRequiredService<IStoreDirectory>().SaveAsync(
                Sample.StoreRecord(id, domain) with { WhatsAppEnabled = true, PhoneNumberId = domain, WabaId = "1", VerifyTokenHash = "v", ShopName = "Demo \"shop\"", WelcomeMessage = "Grüß Gott 👋" }, Token);
        await services.GetRequiredService<ICredentialStore>().SaveAsync(new CredentialRecord { Store = _store, Name = "shopify", Value = Sample.Bytes("token"), DueAt = Now.AddDays(1) }, Token);
        await services.GetRequiredService<ICredentialStore>().SaveAsync(new CredentialRecord { Store = new StoreId(Guid.Empty), Name = "bot_config", Value = Sample.Bytes("app") }, Token);
        await lanes.AppendAsync([Sample.Event(_other, "o1", Now, Sample.UserId("zoe")), Sample.Note(_store, "note", Now), Sample.Status(_store, DeliveryStatus.Delivered, "early")], null, Now, Token);

        var ada = await TalkAsync("a1", Sample.UserId("ada"), Sample.Phone("+1"));
        var sending = (await CommitAsync(Sample.Turn(ada, "ada's state") with
        {
            Outbox = [Sample.Message("sent"), Sample.Message("rejected"), Sample.Message("unknown"), Sample.Message("behind it")],
            Timers = [new TimerChange("cart", Now.AddHours(2), Sample.Bytes("timer"))],
            Events = [new DomainEventRow(Guid.NewGuid(), "cart.updated", Sample.Bytes("logged")), new DomainEventRow(Guid.NewGuid(), "cart.updated", Sample.Bytes("delivered"), Deliver: true)],
            SendAs = "host-1",
        })).Send!;
        var rejected = (await CommitAsync(Sample.Close(sending, SendOutcome.Sent, "r1"))).Send!;
        var unknown = (await CommitAsync(Sample.Close(rejected, SendOutcome.Rejected))).Send!;
        await CommitAsync(Sample.Close(unknown, SendOutcome.Unknown));
        await lanes.AppendAsync([Sample.Event(_store, "a2", Now, Sample.UserId("ada")), Sample.Event(_store, "a3", Now, Sample.UserId("ada"))], null, Now, Token);

        var bob = await TalkAsync("b1", Sample.UserId("bob"));
        await CommitAsync(Sample.Turn(bob) with { Outbox = [Sample.Message("being sent"), Sample.Message("next")], SendAs = "host-1" });
        var cleo = await TalkAsync("c1", Sample.UserId("cleo"));
        await lanes.ParkAsync([Sample.Park(cleo)], Lease, Now, Token);
        await CommitAsync(Sample.Turn(await TalkAsync("d1", Sample.UserId("dora"))) with { Outbox = [Sample.Message("pending")] });
        var erin = await TalkAsync("e1", Sample.UserId("erin"));
        await CommitAsync(new StepCommit { Lane = erin.Lane, Fence = erin.Fence, Seq = 1, Step = "checkout", Result = Sample.Bytes("kept") });
        return new Life(ada.Lane, bob.Lane, cleo.Lane, erin.Lane, sending.OutboxId, unknown.OutboxId);
    }

    private async Task GoesOnAsync(ServiceProvider services, Life life)
    {
        var lanes = services.GetRequiredService<ILaneStore>();
        var later = Now.AddMinutes(1);
        var claim = new ClaimRequest("host-2", later, Lease, 10, 10) { MaxEventLanes = 10 };

        // What was accepted is not accepted again; an acquaintance is recognised.
        var appended = await lanes.AppendAsync(
            [
                Sample.Event(_store, "a1", Now, Sample.UserId("ada")), Sample.Event(_store, "c2", Now, Sample.UserId("cleo")), Sample.Note(_store, "note", Now),
                Sample.Status(_store, DeliveryStatus.Read, "r1"), Sample.Status(_store, DeliveryStatus.Sent, "r-unknown", life.Unknown),
            ],
            null, later, Token);
        Assert.Equal([AppendOutcome.Duplicate, AppendOutcome.Appended, AppendOutcome.Duplicate, AppendOutcome.Appended, AppendOutcome.Appended], appended.Select(item => item.Outcome));
        Assert.Equal(DeliveryStatus.Read, (await services.GetRequiredService<IConversationReader>().ReadHistoryAsync(life.Ada, null, 20, Token)).OfType<OutboundEntry>().Single(entry => entry.OutboxId == life.Sent).Delivery);

        // What waited waits in its order, with the state and the step that were kept.
        var claimed = await lanes.ClaimAsync(claim, Token);
        var ada = claimed.Lanes.Single(work => work.Lane == life.Ada);
        Assert.Equal(["a2", "a3"], ada.Events.Select(item => item.EventKey));
        Assert.Equal("ada's state", Sample.Text(ada.State));
        Assert.Equal("kept", Sample.Text(Assert.Single(claimed.Lanes.Single(work => work.Lane == life.Erin).Steps).Result));
        Assert.Equal("delivered", Sample.Text(Assert.Single(Assert.Single(claimed.Events).Events).Payload));
        Assert.Equal(CommitOutcome.Committed, (await lanes.CommitAsync([Sample.Turn(ada)], Lease, later, Token))[0].Outcome);

        // A status told that the unknown one was sent, so the one behind it goes; the one that was being sent is of unknown outcome and waits.
        Assert.Equal(["behind it", "pending"], claimed.Sends.Select(send => Sample.Text(send.Payload)).Order(StringComparer.Ordinal));
        var swept = await lanes.SweepAsync(new SweepRequest(later, TimeSpan.FromSeconds(10), TimeSpan.FromDays(14), 100), Token);
        Assert.Equal(1, swept.SendsReleased);
        var released = Assert.Single((await lanes.ClaimAsync(claim, Token)).Sends);
        Assert.Equal(("being sent", true), (Sample.Text(released.Payload), released.MaybeDuplicate));

        // A dead letter is there to be replayed, a timer falls due, the store and its secret are found.
        var parked = Assert.Single(await services.GetRequiredService<IConversationReader>().ListParkedAsync(_store, null, 10, Token));
        Assert.Equal(life.Cleo, parked.Lane);
        await lanes.SweepAsync(new SweepRequest(Now.AddHours(3), TimeSpan.FromSeconds(10), TimeSpan.FromDays(14), 100), Token);
        var due = (await lanes.ClaimAsync(claim with { Now = Now.AddHours(3) }, Token)).Lanes.Single(work => work.Lane == life.Ada);
        Assert.Equal("timer", Sample.Text(Assert.Single(due.Events).Payload));
        Assert.Equal("Grüß Gott 👋", (await services.GetRequiredService<IStoreDirectory>().FindByPhoneNumberIdAsync("demo-shop.myshopify.com", Token))!.WelcomeMessage);
        Assert.Equal("token", Sample.Text((await services.GetRequiredService<ICredentialStore>().FindAsync(_store, "shopify", Token))!.Value));
        Assert.Equal("app", Sample.Text((await services.GetRequiredService<ICredentialStore>().FindAsync(new StoreId(Guid.Empty), "bot_config", Token))!.Value));
        Assert.Equal(["<key />"], services.GetRequiredService<IKeyStore>().LoadKeyRing());
    }

    private static StorageTransfer Transfer(ServiceProvider services) => Transfer(services.GetRequiredService<IStoredRows>());

    private static StorageTransfer Transfer(IStoredRows rows)
    {
        var services = new ServiceCollection().AddSingleton(rows);
        services.AddShopBot();
        return services.BuildServiceProvider().GetRequiredService<StorageTransfer>();
    }

    private async Task<ServiceProvider> OpenSqliteAsync(string name) => await StartAsync(
        new ServiceCollection().AddShopBotSqlite(options => options.ConnectionString = $"Data Source={Path.Combine(_folder.FullName, name)}").BuildServiceProvider());

    private Task<ServiceProvider> OpenPostgresAsync() => StartAsync(PostgresHarness.Provider(_database.ConnectionString));

    private static async Task<ServiceProvider> StartAsync(ServiceProvider services)
    {
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
        return services;
    }

    private sealed record Life(LaneKey Ada, LaneKey Bob, LaneKey Cleo, LaneKey Erin, Guid Sent, Guid Unknown);
}
