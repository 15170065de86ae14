using System.Reflection;
using Npgsql;
using PostgresLaneSpike;

// Proves the storage contract on PostgreSQL, then measures what grouping is worth. Ends by itself; exit code 1 when an invariant fails.
using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(55));
await using var cluster = new PrivateCluster();
try
{
    return await ProveAsync();
}
catch (Exception e) when (e is NpgsqlException or InvalidOperationException or OperationCanceledException)
{
    // Caught here so that the server is stopped before the process ends.
    Console.WriteLine(e);
    return 1;
}

async Task<int> ProveAsync()
{
    var address = Environment.GetEnvironmentVariable("ConnectionStrings__ShopBot");
    if (string.IsNullOrEmpty(address))
    {
        if (PrivateCluster.FindBinaries() is not { } binaries)
        {
            Console.WriteLine("No PostgreSQL here: install postgresql or set ConnectionStrings__ShopBot.");
            return 2;
        }

        await cluster.StartAsync(binaries, deadline.Token);
        address = cluster.ConnectionString;
    }

    // Small pools win on small machines: four connections per core.
    var settings = new NpgsqlConnectionStringBuilder(address)
    {
        MaxPoolSize = 4 * Environment.ProcessorCount, MaxAutoPrepare = 60, AutoPrepareMinUsages = 2, IncludeErrorDetail = false, SearchPath = "lane_spike",
        // One plan per statement, made for keys: statistics of a queue table are wrong most of the time.
        Options = "-c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off",
    };
    await using var source = NpgsqlDataSource.Create(settings);
    await using (var schema = Assembly.GetExecutingAssembly().GetManifestResourceStream("Schema.sql")!)
    using (var text = new StreamReader(schema))
        await ExecuteAsync(source, $"drop schema if exists lane_spike cascade; create schema lane_spike; {await text.ReadToEndAsync(deadline.Token)}");

    var checks = new Checks();
    var lanes = new PostgresLanes(source);
    Console.WriteLine("Questions");
    await new Questions(lanes, source, checks, deadline.Token).AskAsync();
    Console.WriteLine("Storm");
    await new Storm(lanes, source, checks, deadline.Token).RunAsync();

    await ExecuteAsync(source, "analyze");
    Console.WriteLine($"Measurement: 64 callers, {Environment.ProcessorCount} cores, pool of {settings.MaxPoolSize}, payload and state of 600 bytes");
    Console.WriteLine($"  {FsyncProbe.Run(cluster.Folder)}");
    await new Measurement(lanes, deadline.Token).RunAsync(TimeSpan.FromSeconds(2.5));
    Console.WriteLine($"  {FsyncProbe.Run(cluster.Folder)}");
    Console.WriteLine(checks.Failed == 0 ? "All invariants hold." : $"{checks.Failed} invariants failed.");
    return checks.Failed == 0 ? 0 : 1;
}

async Task ExecuteAsync(NpgsqlDataSource source, string sql)
{
    await using var command = source.CreateCommand(sql);
    await command.ExecuteNonQueryAsync(deadline.Token);
}
