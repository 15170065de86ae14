namespace ShopBot.Benchmarks.Hosting;

/// <summary>Where a host keeps its rows.</summary>
public enum StorageKind
{
    /// <summary>In this process.</summary>
    InMemory,

    /// <summary>A file, each commit durable (<c>synchronous=FULL</c>).</summary>
    Sqlite,
}
