using System.Net;
using ShopBot.Dashboard;
using ShopBot.Engine;
using ShopBot.Shopify;
using ShopBot.Storage.Postgres;

namespace ReferenceHost.Settings;

/// <summary>The settings of this host that belong to no package. Read once; what is wrong is said at start, all at once.</summary>
internal sealed class HostSettings
{
    private readonly IConfiguration _configuration;

    private HostSettings(IConfiguration configuration, Uri publicUrl, bool usesPostgres, string connectionString)
    {
        _configuration = configuration;
        PublicUrl = publicUrl;
        UsesPostgres = usesPostgres;
        ConnectionString = connectionString;
    }

    /// <summary>The address platforms call back.</summary>
    public Uri PublicUrl { get; }

    /// <summary>Many hosts on one PostgreSQL; otherwise one host with a SQLite file.</summary>
    public bool UsesPostgres { get; }

    /// <summary>The database.</summary>
    public string ConnectionString { get; }

    /// <summary>The shared cache; null for none.</summary>
    public string? Redis => ConnectionUrls.Redis(_configuration.GetConnectionString("Redis"));

    public static HostSettings Read(ConfigurationManager configuration, IHostEnvironment environment)
    {
        var faults = new List<string>();
        var (usesPostgres, connectionString) = ReadStorage(configuration, faults);
        var publicUrl = ReadPublicUrl(configuration, environment, faults);
        if (faults.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
        return new HostSettings(configuration, publicUrl!, usesPostgres, connectionString);
    }

    /// <summary>Registers the storage that is configured.</summary>
    public void AddStorage(IServiceCollection services) => AddStorage(services, _configuration, UsesPostgres, ConnectionString);

    /// <summary>The same before the other settings are known; false when it is not configured rightly, which is told when they are read.</summary>
    public static bool TryAddStorage(IServiceCollection services, IConfiguration configuration)
    {
        var faults = new List<string>();
        var (usesPostgres, connectionString) = ReadStorage(configuration, faults);
        if (faults.Count == 0)
            AddStorage(services, configuration, usesPostgres, connectionString);
        return faults.Count == 0;
    }

    private static void AddStorage(IServiceCollection services, IConfiguration configuration, bool usesPostgres, string connectionString)
    {
        if (usesPostgres)
            services.AddShopBotPostgres(o => configuration.GetSection("ShopBot:Postgres").Bind(o)).Configure<PostgresStorageOptions>(o => o.ConnectionString = ConnectionUrls.Postgres(connectionString)!);
        else
            services.AddShopBotSqlite(o => o.ConnectionString = connectionString);
    }

    private static (bool UsesPostgres, string ConnectionString) ReadStorage(IConfiguration configuration, List<string> faults)
    {
        var storage = configuration["ShopBot:Storage"] ?? "Sqlite";
        var usesPostgres = storage.Equals("Postgres", StringComparison.OrdinalIgnoreCase);
        var connectionString = configuration.GetConnectionString("ShopBot") is { Length: > 0 } text ? text : null;
        if (!usesPostgres && !storage.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            faults.Add($"ShopBot:Storage is '{storage}'; it must be 'Sqlite' or 'Postgres'.");
        if (usesPostgres && connectionString is null)
            faults.Add("ConnectionStrings:ShopBot is required when ShopBot:Storage is 'Postgres'.");
        return (usesPostgres, connectionString ?? (usesPostgres ? "" : "Data Source=shopbot.db"));
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

    /// <summary>Gives the Shopify side its settings.</summary>
    public void Apply(ShopifyShopOptions options)
    {
        options.PublicUrl = PublicUrl;
        options.SubscribeTopics = _configuration.GetValue("Shopify:SubscribeTopics", true);
        options.UseBuyPermalinks = _configuration.GetValue("Shopify:UseBuyPermalinks", false);
    }

    /// <summary>Gives the dashboard its settings.</summary>
    public void Apply(DashboardOptions options)
    {
        _configuration.GetSection("ShopBot:Dashboard").Bind(options);
        options.PublicUrl = PublicUrl;
        options.Embedded = _configuration.GetValue("ShopBot:Embedded", false);
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
