namespace ShopBot.LoadTest.Running;

/// <summary>Processor time and memory of each process at one moment.</summary>
internal sealed record Usage(IReadOnlyDictionary<string, (TimeSpan Cpu, long Memory)> Processes)
{
    public static Usage Of(World world)
    {
        var all = new Dictionary<string, (TimeSpan, long)>();
        foreach (var child in world.Hosts.Append(world.WhatsApp).Append(world.Shopify))
            all[child.Name] = (child.Cpu, child.Memory);
        if (world.Postgres is { } server)
            all["PostgreSQL"] = ServerCpu.Of(server.DataFolder);
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        all["load"] = (self.TotalProcessorTime, self.WorkingSet64);
        return new Usage(all);
    }
}
