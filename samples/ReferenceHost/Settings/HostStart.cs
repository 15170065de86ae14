namespace ReferenceHost.Settings;

internal static class HostStart
{
    /// <summary>Settings files are found beside the program when the current folder has none, so that it can be started from anywhere.</summary>
    public static WebApplicationOptions Of(string[] args) => new()
    {
        Args = args,
        ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
    };

    /// <summary>
    /// Shopify puts codes and signatures, and Meta puts verify tokens, into the query of a request. The framework's request log would print them,
    /// so it stays silent whatever the configured level.
    /// </summary>
    public static void KeepSecretsOut(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.None)
        .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
}
