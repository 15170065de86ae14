using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.Sqlite.Tests;

/// <summary>Files of earlier versions.</summary>
public sealed class ReleasedSchemaTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFile _file = new();
    private readonly TemporaryFile _today = new();

    public static TheoryData<string> Released => [.. ReleasedSchemas.Names];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _file.Dispose();
        _today.Dispose();
    }

    [Fact]
    public void Every_version_before_the_one_of_today_is_kept() =>
        Assert.Equal(Enumerable.Range(1, ReleasedSchemas.Names.Count).Select(version => $"{version:0000}"), ReleasedSchemas.Names);

    [Theory]
    [MemberData(nameof(Released))]
    public async Task Every_released_schema_becomes_the_one_of_today(string name)
    {
        ReleasedSchemas.Write(name, _file.ConnectionString);
        await using (await OpenAsync(_file))
        await using (await OpenAsync(_today))
        {
        }

        var (old, today) = (await SchemaAsync(_file), await SchemaAsync(_today));
        Assert.NotEmpty(today);
        Assert.Equal(today, old);
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task What_an_old_program_left_goes_on(string name)
    {
        ReleasedSchemas.Write(name, _file.ConnectionString);
        await using var services = await OpenAsync(_file);
        var lanes = services.GetRequiredService<ILaneStore>();
        var store = (await services.GetRequiredService<IStoreDirectory>().FindByShopDomainAsync("old-shop.myshopify.com", Token))!;
        var claimed = await lanes.ClaimAsync(new ClaimRequest("host-1", Now, TimeSpan.FromSeconds(10), 10, 10), Token);
        var again = await lanes.AppendAsync([Sample.Event(store.Id, "done-message", Now, Sample.UserId("old-user"))], null, Now, Token);
        var reader = services.GetRequiredService<IConversationReader>();

        Assert.Equal(("Old Shop", 3L), (store.ShopName, store.Version));
        var work = Assert.Single(claimed.Lanes);
        Assert.Equal(("old", 7L), (Sample.Text(work.State), work.StateVersion));
        Assert.True(work.Fence > 5);
        Assert.Equal(["old-message"], work.Events.Select(item => item.EventKey));
        Assert.Equal(["old-user"], work.Aliases.Select(alias => alias.Hash));
        Assert.Equal(1, Assert.Single(claimed.Sends).Attempt);
        Assert.Equal(AppendOutcome.Duplicate, again[0].Outcome);
        Assert.Equal(work.Lane, Assert.Single(await reader.ListLanesAsync(store.Id, new LaneFilter(), null, 10, Token)).Lane);
        Assert.Single(await reader.ListEventsAsync(store.Id, [], null, 10, Token));
        Assert.Equal("0102", Convert.ToHexString((await services.GetRequiredService<ICredentialStore>().FindAsync(store.Id, "shopify", Token))!.Value.Span));
        Assert.Equal(["<key />"], services.GetRequiredService<IKeyStore>().LoadKeyRing());
    }

    private static async Task<ServiceProvider> OpenAsync(TemporaryFile file)
    {
        var services = SqliteHarness.Provider(file.ConnectionString);
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
        return services;
    }

    /// <summary>Tables with their columns and indexes. The text of a statement differs where a column was added later.</summary>
    private static async Task<List<string>> SchemaAsync(TemporaryFile file)
    {
        await using var row = await file.QueryAsync(
            """
            SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '-') || ' ' || c.pk
            FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
            UNION ALL
            SELECT 'index ' || m.tbl_name || ' ' || i.name || ' ' || i."unique" || ' ' || i.partial || ' ' || coalesce(x.name, '-') || ' ' || x.seqno
            FROM sqlite_schema m JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) x WHERE m.type = 'table'
            ORDER BY 1
            """);
        var lines = new List<string>();
        while (await row.ReadAsync(Token))
            lines.Add(row.GetString(0));
        return lines;
    }
}
