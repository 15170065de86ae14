using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Testing;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite.Tests;

/// <summary>No statement of the message path may read a whole table: that would slow down as the tables grow.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private static readonly string[] OneRowPerStore = ["stores", "product_index", "exports"];

    private readonly TemporaryFile _file = new();
    private readonly StoreId _store = StoreId.New(Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Every_statement_finds_its_rows_by_an_index()
    {
        await using var services = SqliteHarness.Provider(_file.ConnectionString);
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
        await UseEverythingAsync(services.GetRequiredService<ILaneStore>());
        await services.GetRequiredService<IStoreDirectory>().SaveAsync(
            Sample.StoreRecord(_store) with { WhatsAppEnabled = true, PhoneNumberId = "1" }, Token);

        await UseCredentialsAsync(services.GetRequiredService<ICredentialStore>(), services.GetRequiredService<ITicketStore>());

        await UseSearchAsync(services.GetRequiredService<IProductIndex>(), services.GetRequiredService<IExportStore>());

        var statements = await services.GetRequiredService<Database>().WriteAsync(sql => sql.Statements.ToList(), Token);

        Assert.True(statements.Count > 40);
        foreach (var statement in statements.Where(statement => statement.Contains("WHERE", StringComparison.Ordinal)))
            Assert.Empty(await ScansAsync(statement));
    }

    private async Task<List<string>> ScansAsync(string statement)
    {
        await using var plan = await _file.QueryAsync($"EXPLAIN QUERY PLAN {statement}");
        var scans = new List<string>();
        while (await plan.ReadAsync(Token))
        {
            if (plan.GetString(3) is var step && IsWholeTable(step))
                scans.Add($"{step}: {statement}");
        }

        return scans;
    }

    // Reading along an index from one end (ORDER BY ... LIMIT, min) is fine, and so are lists made by the statement itself.
    private static bool IsWholeTable(string step) =>
        step.EndsWith("(store_id=?)", StringComparison.Ordinal) && !OneRowPerStore.Any(table => step.StartsWith($"SEARCH {table}", StringComparison.Ordinal))
        || step.StartsWith("SCAN", StringComparison.Ordinal) && step != "SCAN CONSTANT ROW" && !step.Contains("INDEX", StringComparison.Ordinal);

    private async Task UseEverythingAsync(ILaneStore lanes)
    {
        var claim = new ClaimRequest("host-1", Now, Lease, 10, 10);
        var work = (await lanes.AppendAsync([Sample.Event(_store, "m1", Now, Sample.UserId("ada"))], claim, Now, Token))[0].Work!;
        var turn = Sample.Turn(work) with
        {
            Outbox = [Sample.Message("1"), Sample.Message("2"), Sample.Message("3"), Sample.Message("4")],
            Timers = [new TimerChange("due", Now), new TimerChange("cancelled", null)],
            Events = [new DomainEventRow(Guid.NewGuid(), "cart.updated", default)],
            SendAs = "host-1",
        };
        var first = (await lanes.CommitAsync([turn], Lease, Now, Token))[0].Send!;
        var second = (await CommitAsync(lanes, Sample.Close(first, SendOutcome.Sent, "r1"))).Send!;
        var again = (await CommitAsync(lanes, Sample.Close(second, SendOutcome.Retry) with { RetryAt = Now })).Send!;
        var third = (await CommitAsync(lanes, Sample.Close(again, SendOutcome.Rejected))).Send!;
        await CommitAsync(lanes, Sample.Close(third, SendOutcome.Unknown));
        await lanes.AppendAsync(
            [
                Sample.Status(_store, DeliveryStatus.Read, "r1"),
                Sample.Status(_store, DeliveryStatus.Read, "unknown"),
                Sample.Note(_store, "n1", Now),
                Sample.Event(_store, "m2", Now) with { Customer = work.Lane.Customer },
                Sample.Event(_store, "m3", Now, Sample.UserId("ada")),
            ],
            null, Now, Token);
        await lanes.SweepAsync(new SweepRequest(Now, TimeSpan.Zero, TimeSpan.FromDays(14), 10), Token);
        var next = (await lanes.ClaimAsync(claim, Token)).Lanes[0];
        await lanes.RenewAsync([new RenewItem(next.Lane, next.Fence, Now + Lease)], Token);
        var parked = (await lanes.ParkAsync([Sample.Park(next)], Lease, Now, Token))[0];
        await lanes.ParkAsync([Sample.Park(parked.Work!, Now)], Lease, Now, Token);
    }

    private async Task UseCredentialsAsync(ICredentialStore credentials, ITicketStore tickets)
    {
        var record = new CredentialRecord { Store = _store, Name = "shopify", DueAt = Now };
        await credentials.SaveAsync(record, Token);
        await credentials.ClaimAsync(_store, "shopify", Now + Lease, Now, Token);
        await credentials.SaveAsync(record with { Version = 2 }, Token);
        await tickets.PutAsync("t", default, Now + Lease, Now, Token);
        await tickets.TakeAsync("t", Now, Token);
    }

    private async Task UseSearchAsync(IProductIndex index, IExportStore exports)
    {
        var entry = new IndexEntry
        {
            ProductId = "1", Title = "Lamp", LowestPrice = new(1, "EUR"), TitleWords = ["lamp"], KeywordWords = ["brass"], DescriptionWords = [], ChangedAt = Now, SeenAt = Now,
        };
        await index.PutAsync(_store, [entry], Token);
        await index.PutAsync(_store, [entry with { Title = "Lamp 2", SeenAt = Now.AddDays(1) }], Token);
        await index.RemoveAsync(_store, ["2"], Now, Token);
        await index.RemoveAsync(_store, ["1"], Now, Token);
        await exports.SaveAsync(new ExportRecord { Store = _store, DueAt = Now }, Token);
        await exports.SaveAsync(new ExportRecord { Store = _store, DueAt = Now, Version = 1 }, Token);

        // Reads of a file have sessions of their own; a database in memory has one for all.
        var terms = new[] { new IndexTerm([[new IndexWord("lamp", IsBeginning: true)]]) };
        await using var services = SqliteHarness.Provider("Data Source=:memory:");
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
        await services.GetRequiredService<IProductIndex>().FindAsync(_store, new IndexQuery(terms, All: true, 0, 10), Token);
        await services.GetRequiredService<IProductIndex>().FindWordsAsync(_store, "lanp", 10, Token);
        await services.GetRequiredService<IProductIndex>().GetStateAsync(_store, Token);
        await services.GetRequiredService<IExportStore>().FindDueAsync(Now, 10, Token);
        var reads = await services.GetRequiredService<Database>().WriteAsync(sql => sql.Statements.ToList(), Token);
        Assert.Contains(reads, statement => statement.Contains("MATCH", StringComparison.Ordinal));
        foreach (var statement in reads.Where(statement => statement.Contains("WHERE", StringComparison.Ordinal) || statement.Contains("JOIN", StringComparison.Ordinal)))
            Assert.Empty(await ScansAsync(statement));
    }

    private static async Task<CommitResult> CommitAsync(ILaneStore lanes, CommitItem item) =>
        (await lanes.CommitAsync([item], Lease, Now, Token))[0];
}
