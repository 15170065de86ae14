using System.Net;
using ShopBot.Engine;

namespace ReferenceHost.Settings;

/// <summary>The settings of this host that belong to no package. Read once; what is wrong is said at start, all at once.</summary>
internal sealed class HostSettings
{
    private readonly IConfiguration _configuration;

    private HostSettings(IConfiguration configuration, Uri publicUrl, string connectionString)
    {
        _configuration = configuration;
        PublicUrl = publicUrl;
        ConnectionString = connectionString;
    }

    /// <summary>The address platforms call back.</summary>
    public Uri PublicUrl { get; }

    /// <summary>The database.</summary>
    public string ConnectionString { get; }

    /// <summary>The shared cache; null for none.</summary>
    public string? Redis => ConnectionUrls.Redis(_configuration.GetConnectionString("Redis"));

    public static HostSettings Read(ConfigurationManager configuration, IHostEnvironment environment)
    {
        var faults = new List<string>();
        var storage = configuration["ShopBot:Storage"] ?? "Sqlite";
        if (!storage.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            faults.Add($"ShopBot:Storage is '{storage}'; this version stores in 'Sqlite' only.");
        var publicUrl = ReadPublicUrl(configuration, environment, faults);
        if (faults.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
        return new HostSettings(configuration, publicUrl!, configuration.GetConnectionString("ShopBot") is { Length: > 0 } text ? text : "Data Source=shopbot.db");
    }

    /// <summary>The secrets of the platform's own Meta app.</summary>
    public void AddPlatformSecrets(IList<string> secrets)
    {
        var configured = _configuration.GetSection("WhatsApp:AppSecrets").GetChildren().Select(child => child.Value).Prepend(_configuration["WhatsApp:AppSecret"]);
        foreach (var secret in configured.OfType<string>().Where(secret => secret.Length > 0).Distinct())
            secrets.Add(secret);
    }

    /// <summary>Gives the engine its settings.</summary>
    public void Apply(ShopBotOptions options)
    {
        _configuration.GetSection("ShopBot").Bind(options);
        AddPlatformSecrets(options.PlatformAppSecrets);
    }

    private static Uri? ReadPublicUrl(ConfigurationManager configuration, IHostEnvironment environment, List<string> faults)
    {
        var text = configuration["ShopBot:PublicUrl"];
        if (string.IsNullOrWhiteSpace(text))
        {
            if (environment.IsDevelopment())
                return HostAddress.Local(configuration);
            faults.Add("ShopBot:PublicUrl is required: the https address under which Shopify and Meta reach this host.");
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            faults.Add("ShopBot:PublicUrl must be an absolute http or https address.");
        else if (url.Scheme == "http" && !IsLoopback(url))
            faults.Add("ShopBot:PublicUrl must be https, unless it is a loopback address.");
        return url;
    }

    private static bool IsLoopback(Uri url) => url.IsLoopback || (IPAddress.TryParse(url.Host, out var ip) && IPAddress.IsLoopback(ip));
}
