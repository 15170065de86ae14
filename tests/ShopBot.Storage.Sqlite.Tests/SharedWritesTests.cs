using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite.Tests;

/// <summary>Writes that wait for the one writer share a transaction, and none suffers for another.</summary>
public sealed class SharedWritesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TemporaryFile _file = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_waits_is_committed_together()
    {
        await using var services = Open();
        var database = services.GetRequiredService<Database>();
        await using var busy = await BusyAsync(database);
        var writes = Enumerable.Range(0, 5).Select(i => database.WriteTogetherAsync(sql => Add(sql, $"{i}"), Token).AsTask()).ToList();
        var before = database.WriteTogetherAsync(Count, Token).AsTask();
        var outside = database.WriteTogetherAsync(_ => OutsideAsync().GetAwaiter().GetResult(), Token).AsTask();

        await busy.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), added => Assert.Equal(1, added));
        Assert.Equal(5, await before);
        Assert.Equal(0, await outside);
        Assert.Equal(5, await OutsideAsync());
    }

    [Fact]
    public async Task A_write_that_fails_takes_none_of_the_others_with_it()
    {
        await using var services = Open();
        var database = services.GetRequiredService<Database>();
        await using var busy = await BusyAsync(database);
        var first = database.WriteTogetherAsync(sql => Add(sql, "first"), Token).AsTask();
        var wrong = database.WriteTogetherAsync(sql => Add(sql, "wrong") + Add(sql, "first", id: 1), Token).AsTask();
        var last = database.WriteTogetherAsync(sql => Add(sql, "last"), Token).AsTask();
        var thrown = database.WriteTogetherAsync<int>(sql => throw new InvalidOperationException($"{Add(sql, "thrown")}"), Token).AsTask();

        await busy.DisposeAsync();

        Assert.Equal(1, await first);
        Assert.Equal(1, await last);
        Assert.Equal(19, (await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => wrong)).SqliteErrorCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() => thrown);
        Assert.Equal(["first", "last"], await NamesAsync());
    }

    [Fact]
    public async Task A_write_that_is_given_up_while_it_waits_is_never_done()
    {
        await using var services = Open();
        var database = services.GetRequiredService<Database>();
        await using var busy = await BusyAsync(database);
        using var giveUp = new CancellationTokenSource();
        var kept = database.WriteTogetherAsync(sql => Add(sql, "kept"), Token).AsTask();
        var left = database.WriteTogetherAsync(sql => Add(sql, "left"), giveUp.Token).AsTask();

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(Patience, Token));
        await busy.DisposeAsync();

        Assert.Equal(1, await kept);
        Assert.Equal(["kept"], await NamesAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await database.WriteTogetherAsync(sql => Add(sql, "late"), giveUp.Token));
        await database.WriteTogetherAsync(Count, Token);
        Assert.Equal(["kept"], await NamesAsync());
    }

    [Fact]
    public async Task Others_come_to_their_turn_however_many_share_the_writer()
    {
        await using var services = Open();
        var database = services.GetRequiredService<Database>();
        // Each write is followed by another one that waits already when it ends.
        var goesOn = true;
        ConcurrentQueue<Task<int>> crowd = [];
        crowd.Enqueue(database.WriteTogetherAsync(Crowd, Token).AsTask());

        for (var i = 0; i < 20; i++)
        {
            await Task.Run(() => database.Write(sql => Add(sql, "alone")), Token).WaitAsync(Patience, Token);
            await database.WriteAsync(sql => Add(sql, "alone"), Token).AsTask().WaitAsync(Patience, Token);
        }

        Volatile.Write(ref goesOn, false);
        while (crowd.TryDequeue(out var write))
            await write;
        Assert.Equal(40, (await NamesAsync()).Count(name => name == "alone"));

        int Crowd(Session sql)
        {
            if (Volatile.Read(ref goesOn))
                crowd.Enqueue(database.WriteTogetherAsync(Crowd, CancellationToken.None).AsTask());
            return Add(sql, "crowd");
        }
    }

    /// <summary>Until 3.51.2 a checkpoint beside a writer whose log begins anew could damage the file.</summary>
    [Fact]
    public async Task The_SQLite_that_comes_along_may_move_its_log_beside_the_writer()
    {
        await using var services = Open();

        var version = await services.GetRequiredService<Database>().WriteAsync(sql => sql.Read("SELECT sqlite_version()").All(row => row.GetString(0))[0], Token);

        Assert.True(Version.Parse(version) >= new Version(3, 51, 3), version);
    }

    [Fact]
    public async Task With_grouping_off_each_write_commits_alone()
    {
        await using var services = Open(group: 1);
        var database = services.GetRequiredService<Database>();
        await using var busy = await BusyAsync(database);
        var first = database.WriteTogetherAsync(sql => Add(sql, "first"), Token).AsTask();
        var outside = database.WriteTogetherAsync(_ => OutsideAsync().GetAwaiter().GetResult(), Token).AsTask();

        await busy.DisposeAsync();

        Assert.Equal(1, await first);
        Assert.Equal(1, await outside);
    }

    [Fact]
    public async Task The_log_begins_anew_while_the_program_writes()
    {
        await using var services = Open();
        var database = services.GetRequiredService<Database>();
        await database.WriteAsync(sql => sql.Run("CREATE TABLE ballast (bytes BLOB)"), Token);

        for (var i = 0; i < 200; i++)
            await database.WriteTogetherAsync(sql => sql.Run("INSERT INTO ballast VALUES (randomblob(1000000))"), Token);

        Assert.InRange(new FileInfo($"{_file.Path}-wal").Length, 1, 150_000_000);
        Assert.Equal(200, await database.ReadAsync(sql => sql.Number("SELECT count(*) FROM ballast"), Token));
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_log_is_moved_by_the_next_one()
    {
        using var left = new TemporaryFile();
        await using (var services = Open())
        {
            var database = services.GetRequiredService<Database>();
            await database.WriteAsync(sql => sql.Run("CREATE TABLE ballast (bytes BLOB)"), Token);
            await UntilAsync(() => new FileInfo(_file.Path).Length > 100_000);
            await database.WriteAsync(sql => sql.Run("INSERT INTO ballast VALUES (randomblob(8000000))"), Token);
            File.Copy(_file.Path, left.Path);
            File.Copy($"{_file.Path}-wal", $"{left.Path}-wal");
        }

        Assert.InRange(new FileInfo(left.Path).Length, 1, 2_000_000);
        await using var next = Open(file: left);
        await next.GetRequiredService<Database>().WriteAsync(sql => Add(sql, "first"), Token);

        await UntilAsync(() => new FileInfo(left.Path).Length > 8_000_000);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(Patience);
        while (!holds())
            await Task.Delay(20, limit.Token);
    }

    private ServiceProvider Open(int group = 512, TemporaryFile? file = null) =>
        new ServiceCollection().AddShopBotSqlite(options => options.ConnectionString = (file ?? _file).ConnectionString)
            .Configure<ShopBotOptions>(options => options.MaxCommitGroup = group).BuildServiceProvider();

    /// <summary>Holds the writer until disposed.</summary>
    private static async Task<Busy> BusyAsync(Database database)
    {
        var (begun, end) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new ManualResetEventSlim());
        var write = Task.Run(
            async () => await database.WriteTogetherAsync(
                _ =>
                {
                    begun.TrySetResult();
                    return end.Wait(Patience);
                },
                CancellationToken.None),
            Token);
        await begun.Task.WaitAsync(Patience, Token);
        return new Busy(write, end);
    }

    private static int Add(Session sql, string name, long? id = null) => sql.Run("INSERT INTO key_ring (id, name, xml) VALUES (?1, ?2, '')", id, name);

    private static long Count(Session sql) => sql.Number("SELECT count(*) FROM key_ring")!.Value;

    private async Task<long> OutsideAsync()
    {
        await using var rows = await _file.QueryAsync("SELECT count(*) FROM key_ring");
        await rows.ReadAsync(Token);
        return rows.GetInt64(0);
    }

    private async Task<List<string>> NamesAsync()
    {
        await using var rows = await _file.QueryAsync("SELECT name FROM key_ring ORDER BY id");
        List<string> names = [];
        while (await rows.ReadAsync(Token))
            names.Add(rows.GetString(0));
        return names;
    }

    private sealed class Busy(Task write, ManualResetEventSlim end) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            end.Set();
            await write;
        }
    }
}
