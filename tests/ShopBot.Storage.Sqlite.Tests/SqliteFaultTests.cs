using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Testing;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite.Tests;

/// <summary>A full disk, damaged pages, and what an operator does against them.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFile _file = new();
    private readonly StoreId _store = StoreId.New(Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_full_disk_refuses_what_does_not_fit_keeps_what_was_acknowledged_and_goes_on_when_there_is_room()
    {
        await using var services = await OpenAsync();
        var (database, lanes) = (services.GetRequiredService<Database>(), services.GetRequiredService<ILaneStore>());
        await database.WriteAsync(sql => sql.Run("PRAGMA max_page_count = 120"), Token);
        var acknowledged = new List<string>();

        var fault = await Assert.ThrowsAsync<SqliteException>(async () =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                await AppendAsync(lanes, $"m{i}");
                acknowledged.Add($"m{i}");
            }
        });

        Assert.Equal(13, fault.SqliteErrorCode);
        Assert.NotEmpty(acknowledged);
        await database.WriteAsync(sql => sql.Run("PRAGMA max_page_count = 1000000"), Token);
        Assert.Equal(AppendOutcome.Appended, await AppendAsync(lanes, "afterwards"));
        Assert.Empty(await services.GetRequiredService<SqliteMaintenance>().CheckAsync(Token));
        foreach (var key in acknowledged)
            Assert.Equal(AppendOutcome.Duplicate, await AppendAsync(lanes, key));
    }

    [Fact]
    public async Task A_damaged_page_is_found_by_the_check_and_by_the_next_start()
    {
        await FillAsync();
        DamagePages();

        var damage = await Assert.ThrowsAsync<SqliteDamagedException>(OpenAsync);

        Assert.Contains("damaged", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_damaged_while_the_program_runs_makes_it_unhealthy()
    {
        await FillAsync();
        await using var services = SqliteHarness.Provider(_file.ConnectionString);
        var lifecycle = services.GetRequiredService<IStorageLifecycle>();
        await lifecycle.InitializeAsync(Now, Token);
        DamagePages();

        await Assert.ThrowsAsync<SqliteDamagedException>(async () =>
        {
            // A new connection has no page in its memory yet.
            var faults = await services.GetRequiredService<SqliteMaintenance>().CheckAsync(Token);
            if (faults.Count > 0)
                throw new SqliteDamagedException(faults[0]);
            await services.GetRequiredService<IStoreDirectory>().FindAsync(_store, Token);
        });
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(_file.Path, new string('x', 8192), Token);

        await Assert.ThrowsAsync<SqliteDamagedException>(OpenAsync);
    }

    [Fact]
    public async Task A_backup_taken_while_the_program_writes_is_whole()
    {
        await using var services = await OpenAsync();
        var lanes = services.GetRequiredService<ILaneStore>();
        await AppendAsync(lanes, "before");
        var copy = _file.Path + ".copy";
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                    await AppendAsync(lanes, $"m{i}");
            },
            Token);

        await services.GetRequiredService<SqliteMaintenance>().BackupAsync(copy, Token);
        await stop.CancelAsync();
        await writing;

        await using var restored = SqliteHarness.Provider($"Data Source={copy}");
        await restored.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
        Assert.Empty(await restored.GetRequiredService<SqliteMaintenance>().CheckAsync(Token));
        Assert.Equal(AppendOutcome.Duplicate, await AppendAsync(restored.GetRequiredService<ILaneStore>(), "before"));
        await Assert.ThrowsAsync<IOException>(async () => await services.GetRequiredService<SqliteMaintenance>().BackupAsync(copy, Token));
    }

    private async Task<AppendOutcome> AppendAsync(ILaneStore lanes, string key) =>
        (await lanes.AppendAsync([Sample.Event(_store, key, Now, Sample.UserId("ada"))], null, Now, Token))[0].Outcome;

    private async Task FillAsync()
    {
        await using var services = await OpenAsync();
        for (var i = 0; i < 200; i++)
            await AppendAsync(services.GetRequiredService<ILaneStore>(), $"m{i}");
    }

    private async Task<ServiceProvider> OpenAsync()
    {
        var services = SqliteHarness.Provider(_file.ConnectionString);
        try
        {
            await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(Now, Token);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>Overwrites everything behind the first page, as a dying disk may.</summary>
    private void DamagePages()
    {
        using var file = new FileStream(_file.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = 4096;
        var garbage = new byte[(int)(file.Length - 4096)];
        new Random(7).NextBytes(garbage);
        file.Write(garbage);
    }
}
