namespace ReferenceHost.Settings;

/// <summary>Where this host listens, as configured.</summary>
internal static class HostAddress
{
    private const string Default = "http://localhost:5080";

    /// <summary>The first configured address; makes <c>http://localhost:5080</c> the configured one when there is none.</summary>
    public static Uri Local(ConfigurationManager configuration)
    {
        if (All(configuration) is not [var first, ..])
            configuration["urls"] = first = Default;
        return new Uri(first.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
    }

    /// <summary>Every configured address.</summary>
    public static IReadOnlyList<string> All(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ports = (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(port => $"http://*:{port}");
        return [.. endpoints, .. urls, .. ports];
    }
}
