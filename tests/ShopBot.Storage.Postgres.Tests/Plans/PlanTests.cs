using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Postgres.Tests.Conformance;
using ShopBot.Storage.Postgres.Tests.Server;
using ShopBot.Storage.Testing;
using ShopBot.TestSupport.Servers;

namespace ShopBot.Storage.Postgres.Tests.Plans;

/// <summary>
/// Every statement of the message path, as it runs, on full tables: the server writes down each plan with the rows it really touched. 200,000 rows in the ordinary run,
/// 10 million with <c>SHOPBOT_LONG=1</c>. A server of its own, because the plans are read from its log.
/// </summary>
public sealed partial class PlanTests : IAsyncLifetime
{
    // Far below any table and above what a call here can need.
    private const long MostRows = 2_000;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly int Rows = Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1" ? 10_000_000 : 200_000;
    private readonly StoreId _store = StoreId.New(Now);
    private PostgresServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ = TestServer.Server;
        Assert.SkipWhen(PostgresServer.FindBinaries() is null, "PostgreSQL is not installed here, and plans are read from a server's log.");
        _server = await PostgresServer.StartAsync(ownOnly: true, "-c autovacuum=off", Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    [Fact]
    public async Task No_statement_reads_more_than_it_needs()
    {
        await using var host = PostgresHarness.Provider($"{_server.Address};Database=postgres;Maximum Pool Size=1;Options={Explain}");
        await host.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
        await UseEverythingAsync(host, "early-1");
        await UseEverythingAsync(host, "early-2");
        await FillAsync();

        // Planned when the tables were empty, and never looked at again.
        Assert.Empty(await FaultsAsync(host, "full"));

        // Planned on what is there.
        await RunAsync("analyze");
        await UseEverythingAsync(host, "analysed-1");
        await UseEverythingAsync(host, "analysed-2");
        Assert.Empty(await FaultsAsync(host, "analysed-3"));
    }

    private async Task<List<string>> FaultsAsync(ServiceProvider host, string run)
    {
        var before = _server.Log.Length;
        await UseEverythingAsync(host, run);
        var plans = Plans(_server.Log[before..]);
        Assert.InRange(plans.Count, 30, 500);
        return [.. plans.SelectMany(Faults).Distinct()];
    }

    private const string Explain =
        "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on -c auto_explain.log_timing=off -c auto_explain.log_format=json";

    private static IEnumerable<string> Faults((string Sql, JsonElement Plan) entry)
    {
        foreach (var node in Nodes(entry.Plan))
        {
            var table = node.TryGetProperty("Relation Name", out var name) ? name.GetString()! : "";
            var type = node.GetProperty("Node Type").GetString()!;
            var loops = node.GetProperty("Actual Loops").GetDouble();
            var rows = (node.GetProperty("Actual Rows").GetDouble() + (node.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0)) * Math.Max(1, loops);
            if (table.Length > 0 && loops > 0 && type.EndsWith("Scan", StringComparison.Ordinal) && (rows > MostRows || type == "Seq Scan"))
                yield return $"{type} of {table} touched {rows} rows: {Space().Replace(entry.Sql, " ")}";
        }
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];

    // A plan begins on the line after "plan:" and ends before the next line that the server begins itself.
    private static List<(string, JsonElement)> Plans(string log)
    {
        var plans = new List<(string, JsonElement)>();
        foreach (Match match in Plan().Matches(log))
        {
            using var json = JsonDocument.Parse(match.Groups[1].Value);
            plans.Add((json.RootElement.GetProperty("Query Text").GetString()!, json.RootElement.GetProperty("Plan").Clone()));
        }

        return plans;
    }

    private async Task UseEverythingAsync(ServiceProvider host, string run)
    {
        var lanes = host.GetRequiredService<ILaneStore>();
        var claim = new ClaimRequest("host-1", Now, Lease, 10, 10) { MaxEventLanes = 10 };
        async Task<CommitResult> CommitAsync(params CommitItem[] items) => (await lanes.CommitAsync(items, Lease, Now, Token))[0];

        var appended = await lanes.AppendAsync(
            [
                Sample.Event(_store, $"{run}-1", Now, Sample.UserId($"{run}-ada"), Sample.Phone($"{run}-p1")), Sample.Event(_store, $"{run}-2", Now, Sample.UserId($"{run}-bob")),
                Sample.Note(_store, $"{run}-note", Now),
            ],
            claim, Now, Token);
        var (ada, bob) = (appended[0].Work!, appended[1].Work!);
        await lanes.AppendAsync([Sample.Event(_store, $"{run}-3", Now, Sample.UserId($"{run}-ada"))], claim, Now, Token);
        await lanes.RenewAsync([new RenewItem(ada.Lane, ada.Fence, Now + Lease)], Token);
        await CommitAsync(new StepCommit { Lane = ada.Lane, Fence = ada.Fence, Seq = 1, Step = "call", Result = Sample.Bytes("x") });
        var committed = await CommitAsync(
            Sample.Turn(ada) with
            {
                Outbox = [Sample.Message("1"), Sample.Message("2"), Sample.Message("3")],
                Timers = [new TimerChange("due", Now), new TimerChange("gone", null)],
                Events = [new DomainEventRow(Guid.NewGuid(), "cart.updated", default, Deliver: true)],
                SendAs = "host-1",
            },
            Sample.Turn(bob));
        var second = (await CommitAsync(Sample.Close(committed.Send!, SendOutcome.Sent, $"{run}-r1"))).Send!;
        var third = (await CommitAsync(Sample.Close(second, SendOutcome.Rejected) with { Events = [new DomainEventRow(Guid.NewGuid(), "send.rejected", default)] })).Send!;
        await CommitAsync(Sample.Close(third, SendOutcome.Unknown));
        await lanes.AppendAsync(
            [
                Sample.Status(_store, DeliveryStatus.Read, $"{run}-r1"), Sample.Status(_store, DeliveryStatus.Sent, $"{run}-r3", third.OutboxId),
                Sample.Status(_store, DeliveryStatus.Read, $"{run}-unknown"),
                Sample.Event(_store, $"{run}-4", Now) with { Customer = ada.Lane.Customer, Aliases = [Sample.UserId($"{run}-ada2")] },
            ],
            null, Now, Token);
        await lanes.SweepAsync(new SweepRequest(Now, TimeSpan.Zero, TimeSpan.FromDays(14), 50), Token);
        var claimed = await lanes.ClaimAsync(claim with { Wanted = [bob.Lane] }, Token);
        foreach (var delivery in claimed.Events)
            await CommitAsync(new EventCommit { Lane = delivery.Lane, Owner = "host-1", Fence = delivery.Fence, Through = delivery.Events[^1].Number });
        var again = (await lanes.AppendAsync([Sample.Event(_store, $"{run}-5", Now, Sample.UserId($"{run}-cleo"))], claim, Now, Token))[0].Work!;
        await lanes.ParkAsync([Sample.Park(again)], Lease, Now, Token);
        await lanes.AppendAsync([new ReplayAppend { Store = _store, EventKey = $"{run}-6", OccurredAt = Now, Lane = again.Lane, Seq = 1 }], claim, Now, Token);
        await UseTheRestAsync(host, run, ada.Lane);
    }

    private async Task UseTheRestAsync(ServiceProvider host, string run, LaneKey lane)
    {
        var stores = host.GetRequiredService<IStoreDirectory>();
        var record = Sample.StoreRecord(StoreId.New(Now), $"{run}.myshopify.com") with { WhatsAppEnabled = true, PhoneNumberId = $"{run}-number", WabaId = $"{run}-waba", VerifyTokenHash = $"{run}-hash" };
        await stores.SaveAsync(record, Token);
        await stores.FindByShopDomainAsync(record.ShopDomain, Token);
        await stores.FindByPhoneNumberIdAsync($"{run}-number", Token);
        await stores.FindByWabaIdAsync($"{run}-waba", Token);
        await stores.HasVerifyTokenAsync($"{run}-hash", Token);
        var credentials = host.GetRequiredService<ICredentialStore>();
        await credentials.SaveAsync(new CredentialRecord { Store = _store, Name = run, DueAt = Now }, Token);
        await credentials.ClaimAsync(_store, run, Now + Lease, Now, Token);
        await credentials.FindDueAsync(run, Now + Lease, null, 10, Token);
        await host.GetRequiredService<ITicketStore>().PutAsync(run, default, Now + Lease, Now, Token);
        await host.GetRequiredService<ITicketStore>().TakeAsync(run, Now, Token);
        await UseSearchAsync(host, run);
        var reader = host.GetRequiredService<IConversationReader>();
        await reader.FindCustomerAsync(_store, [Sample.UserId($"{run}-ada")], Token);
        await reader.ListLanesAsync(_store, new LaneFilter(), null, 20, Token);
        await reader.ListLanesAsync(_store, new LaneFilter(LaneControl.Human), null, 20, Token);
        await reader.FindLaneAsync(lane, Token);
        await reader.ReadHistoryAsync(lane, null, 20, Token);
        await reader.ListParkedAsync(_store, null, 20, Token);
        await reader.ListEventsAsync(_store, [], null, 20, Token);
    }

    private async Task UseSearchAsync(ServiceProvider host, string run)
    {
        var index = host.GetRequiredService<IProductIndex>();
        var entry = new IndexEntry
        {
            ProductId = run, Title = "Lamp", LowestPrice = new(1, "EUR"), TitleWords = ["lamp"], KeywordWords = ["brass"], DescriptionWords = ["soft"], ChangedAt = Now, SeenAt = Now,
        };
        await index.PutAsync(_store, [entry, entry with { ProductId = $"{run}-2" }], Token);
        await index.RemoveAsync(_store, [$"{run}-2"], Now, Token);
        await index.GetStateAsync(_store, Token);
        IndexTerm[] terms = [new([[new IndexWord("lamp", IsBeginning: true)]]), new([[new IndexWord("brass", IsBeginning: false)], [new IndexWord("oak", IsBeginning: false)]])];
        Assert.NotEmpty(await index.FindAsync(_store, new IndexQuery(terms, All: true, 0, 10), Token));
        Assert.NotEmpty(await index.FindAsync(_store, new IndexQuery(terms, All: false, 0, 10), Token));
        Assert.Equal(["lamp"], await index.FindWordsAsync(_store, "lanp", 10, Token));
        var exports = host.GetRequiredService<IExportStore>();
        var other = StoreId.New(Now);
        await exports.SaveAsync(new ExportRecord { Store = other, DueAt = Now.AddDays(-1) }, Token);
        await exports.SaveAsync(new ExportRecord { Store = other, DueAt = Now.AddDays(-1), Version = 1 }, Token);
        await exports.FindAsync(other, Token);
        await exports.FindDueAsync(Now.AddDays(-1), 10, Token);
    }

    /// <summary>One store of a size that makes any needless scan visible, beside the one that is used.</summary>
    private Task FillAsync() => RunAsync(
        $"""
        create temp table s as select gen_random_uuid() as store_id;
        insert into shopbot.customers (store_id, customer_id, created_at) select s.store_id, md5(i::text)::uuid, '2026-02-28' from s, generate_series(1, {Rows / 10}) i;
        insert into shopbot.customer_aliases (store_id, kind, hash, customer_id, value, linked_at)
          select s.store_id, 1, 'u' || i, md5(i::text)::uuid, '', '2026-02-28' from s, generate_series(1, {Rows / 10}) i;
        insert into shopbot.lanes (store_id, channel, customer_id, head_seq, next_seq, head_position, next_position, ready_at, active_at, state_version)
          select s.store_id, 'whatsapp', md5(i::text)::uuid, 11, 11, 11, 11, '2026-02-28', timestamptz '2026-02-28' + i * interval '1 ms', 1 from s, generate_series(1, {Rows / 10}) i;
        insert into shopbot.inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at)
          select s.store_id, 'whatsapp', md5((i / 10 + 1)::text)::uuid, i % 10 + 1, 'k' || i, 'm', '', '2026-02-28', timestamptz '2026-02-28' + i * interval '1 ms'
          from s, generate_series(0, {Rows - 1}) i;
        insert into shopbot.seen (store_id, event_key, seen_at, mark) select s.store_id, 'k' || i, timestamptz '2026-02-28' + i * interval '1 ms', 1 from s, generate_series(1, {Rows}) i;
        insert into shopbot.outbox (store_id, outbox_id, channel, customer_id, position, class, payload, created_at, state, closed_at, message_ref, delivery)
          select s.store_id, md5('o' || i)::uuid, 'whatsapp', md5((i / 10 + 1)::text)::uuid, i % 10 + 1, 0, '', timestamptz '2026-02-28' + i * interval '1 ms', 3, '2026-02-28', 'r' || i, 3
          from s, generate_series(0, {Rows - 1}) i;
        insert into shopbot.message_refs (store_id, ref, outbox_id, delivery, heard_at)
          select s.store_id, 'r' || i, md5('o' || i)::uuid, 3, timestamptz '2026-02-28' + i * interval '1 ms' from s, generate_series(1, {Rows}) i;
        insert into shopbot.events (store_id, event_id, channel, customer_id, kind, payload, recorded_at)
          select s.store_id, md5('e' || i)::uuid, 'whatsapp', md5((i / 10 + 1)::text)::uuid, 'cart.updated', '', timestamptz '2026-02-28' + i * interval '1 ms'
          from s, generate_series(1, {Rows}) i;
        insert into shopbot.timers (store_id, channel, customer_id, name, due_at, payload)
          select s.store_id, 'whatsapp', md5(i::text)::uuid, 'later', '2027-01-01', '' from s, generate_series(1, {Rows / 10}) i;
        insert into shopbot.products (store_id, product_id, title, price, currency, prices_differ, available, words, changed_at, seen_at)
          select s.store_id, 'p' || i, 'Lamp', 1, 'EUR', false, true, array_to_tsvector(array['other_lamp', 'other_word' || i]), '2026-02-28', '2026-02-28'
          from s, generate_series(1, {Rows / 10}) i;
        insert into shopbot.product_words (store_id, word, letters, seen_at)
          select s.store_id, 'lamp' || i, array['other__la', 'other_lam', 'other_' || i], '2026-02-28' from s, generate_series(1, {Rows / 10}) i;
        insert into shopbot.product_index (store_id, filled_at) select gen_random_uuid(), '2026-02-28' from generate_series(1, {Rows / 10}) i;
        insert into shopbot.exports (store_id, progress, due_at, version) select gen_random_uuid(), '', '2027-01-01', 1 from generate_series(1, {Rows / 10}) i
        """);

    private async Task RunAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection($"{_server.Address};Database=postgres;Pooling=false;Command Timeout=0");
        await connection.OpenAsync(Token);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    [GeneratedRegex(@"plan:\n(\t?\{[\s\S]*?\n\t?\})(?=\n|$)")]
    private static partial Regex Plan();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
