using System.Globalization;
using Microsoft.Data.Sqlite;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Running;
using Spectre.Console;

namespace ShopBot.LoadTest;

/// <summary>
/// What a host costs while nothing happens: first with one store, then with 10,000 stores, a million conversations and a million timers in its database. Nothing of the load test runs inside
/// the host: processor time and resident memory are those that /proc tells of the process.
/// </summary>
internal static class Idle
{
    private const int Stores = 10_000;
    private const int Conversations = 1_000_000;
    // The runtime compiles anew what ran thirty times, which a sweep a second has done after half a minute.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(LoadOptions options, IAnsiConsole console, Action<string> progress)
    {
        var small = options with { UsesPostgres = false, UsesRedis = false, Hosts = 1, Stores = 1, Customers = 40, Rate = 0, Concurrency = 1, Apps = 1, HasProbe = false, Duration = TimeSpan.FromSeconds(5) };
        await using var world = await World.BuildAsync(small, progress);
        // Some conversations to copy.
        await Measurement.RunAsync("A few customers", world, small, progress);
        var before = await WatchAsync("one store", world, progress);
        progress($"Adding {Stores:N0} stores, {Conversations:N0} conversations and as many timers");
        await world.Hosts[0].StopAsync();
        Fill(world.Database);
        var after = await WatchAsync("full", world, progress);
        console.WriteLine(Text("one store", before));
        console.WriteLine(Text($"{Stores:N0} stores, {Conversations:N0} conversations, {Conversations:N0} timers", after));
        await Report.KeepAsync(options, new { before, after });
        return after.Megabytes - before.Megabytes < 100 && after.Cores < 0.01 && after.Megabytes < 300 ? 0 : 1;
    }

    private static async Task<ProcessUse> WatchAsync(string what, World world, Action<string> progress)
    {
        if (!world.Hosts[0].HasExited)
            await world.Hosts[0].StopAsync();
        await world.StartAgainAsync(0);
        progress($"Idle with {what}");
        await Task.Delay(Settle);
        var cpu = world.Hosts[0].Cpu;
        await Task.Delay(Watched);
        var used = world.Hosts[0].Cpu - cpu;
        return new ProcessUse(Math.Round(used / Watched, 5), 0, Math.Round(world.Hosts[0].Memory / 1048576.0, 1));
    }

    private static string Text(string what, ProcessUse use) => string.Create(CultureInfo.InvariantCulture, $"Idle with {what}: {use.Cores:P2} of a core, {use.Megabytes:F0} MiB");

    /// <summary>Copies the store and one of its conversations, row by row as the host wrote them, under new keys.</summary>
    private static void Fill(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off");
        Run(connection, $"create temp table ids as with recursive n(i) as (select 1 union all select i + 1 from n where i < {Conversations}) select i, randomblob(16) as id from n");
        Copy(connection, "stores", Stores, new() { ["store_id"] = "ids.id", ["shop_domain"] = "'clone-' || ids.i || '.myshopify.com'", ["phone_number_id"] = "820000000000 + ids.i", ["waba_id"] = "920000000000 + ids.i" });
        Copy(connection, "credentials", Stores, new() { ["store_id"] = "ids.id" });
        Copy(connection, "customers", Conversations, new() { ["customer_id"] = "ids.id" });
        Copy(connection, "lanes", Conversations, new() { ["customer_id"] = "ids.id" });
        // Reminders in a year.
        Run(connection, "insert into timers (store_id, channel, customer_id, name, due_at, payload) select store_id, channel, customer_id, 'reminder', (unixepoch() + 31536000) * 1000, randomblob(60) from lanes");
    }

    private static void Copy(SqliteConnection connection, string table, int count, Dictionary<string, string> other)
    {
        var columns = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"select name from pragma_table_info('{table}')";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                columns.Add(reader.GetString(0));
        }

        var values = columns.Select(column => other.TryGetValue(column, out var value) ? value : $"one.{column}");
        Run(connection, $"insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from (select * from {table} limit 1) as one, ids where ids.i <= {count}");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
