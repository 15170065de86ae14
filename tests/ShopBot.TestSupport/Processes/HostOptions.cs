namespace ShopBot.TestSupport.Processes;

/// <summary>How a host process is started.</summary>
public sealed record HostOptions
{
    /// <summary>The program, such as <c>ReferenceHost.dll</c>.</summary>
    public required string Dll { get; init; }

    /// <summary>Its working folder; the database is <c>shop.db</c> in it.</summary>
    public required string Folder { get; init; }

    /// <summary>The loopback port it listens on.</summary>
    public required int Port { get; init; }

    /// <summary>The environment's name. Default <c>Production</c>.</summary>
    public string Environment { get; init; } = "Production";

    /// <summary>Further settings as environment variables, such as <c>WhatsApp__BaseUrl</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it listens.</summary>
    public Uri Url => new($"http://127.0.0.1:{Port}/");

    /// <summary>The database's path.</summary>
    public string Database => Path.Combine(Folder, "shop.db");
}
