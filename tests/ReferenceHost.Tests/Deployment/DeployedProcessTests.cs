using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Npgsql;
using ReferenceHost.Tests.Webhooks;
using ShopBot.TestSupport.Owners;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;
using ShopBot.TestSupport.Stubs;
using ShopBot.TestSupport.Waiting;
using ShopBot.TestSupport.Webhooks;
using YamlDotNet.RepresentationModel;
using static ReferenceHost.Tests.Deployment.Yaml;

namespace ReferenceHost.Tests.Deployment;

/// <summary>What the containers of a deployment would run, run as plain processes with the settings that the files give them: host, PostgreSQL and Redis answer a customer.</summary>
public sealed partial class DeployedProcessTests : IAsyncLifetime
{
    private const string RedisPassword = "s3cret-of-redis";
    private readonly StoreAccount _store = TwoStoresHost.Account("fir-hats", "860000000006", "960000000006");
    private readonly TempFolder _folder = new();
    private readonly int _redisPort = FreePort.Next();
    private PostgresServer _server = null!;
    private GraphStub _graph = null!;
    private ShopifyStub _shopify = null!;
    private System.Diagnostics.Process _redis = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Required.Or(PostgresServer.FindBinaries() is not null, "PostgreSQL is not installed.");
        Required.Or(File.Exists("/usr/bin/redis-server"), "Redis is not installed.");
        _server = await PostgresServer.StartAsync(ownOnly: true, cancellationToken: Token);
        await using (var connection = new NpgsqlConnection($"{_server.Address};Database=postgres;Pooling=false"))
        {
            // As the image of PostgreSQL makes them from POSTGRES_USER and POSTGRES_DB.
            await connection.OpenAsync(Token);
            foreach (var sql in new[] { "create role shopbot login superuser", "create database shopbot owner shopbot" })
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync(Token);
            }
        }

        _graph = await GraphStub.StartAsync();
        _graph.Add(new StubNumber(_store.PhoneNumberId, _store.AccessToken));
        _shopify = await ShopifyStub.StartAsync("canary-api-key", TwoStoresHost.ApiSecret, Token);
        _redis = StartRedis();
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null)
        {
            _redis.Kill();
            await _redis.WaitForExitAsync();
            _redis.Dispose();
        }

        if (_shopify is not null)
            await _shopify.DisposeAsync();
        if (_graph is not null)
            await _graph.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_the_compose_file_runs_answers_a_customer()
    {
        var services = Map(Load("deploy/compose.yaml"), "services");
        var environment = Map(Map(services, "host"), "environment");
        var settings = Keys(environment).ToDictionary(key => key, key => Filled(Text(environment, key)).Replace("Host=postgres", $"Host=127.0.0.1;Port={_server.Port}", StringComparison.Ordinal)
            .Replace("redis:6379", $"127.0.0.1:{_redisPort}", StringComparison.Ordinal));
        var ready = List(Map(Map(services, "postgres"), "healthcheck"), "test", static node => ((YamlScalarNode)node).Value!)[1];

        await ServesAsync(settings);
        Assert.Equal(0, await ExitOfAsync("sh", "-c", $"{PostgresServer.FindBinaries()}/{ready} -h 127.0.0.1 -p {_server.Port}"));
    }

    [Fact]
    public async Task What_the_blueprint_runs_answers_a_customer()
    {
        var web = List(Load("render.yaml"), "services").Single(service => Text(service, "type") == "web");
        var settings = new Dictionary<string, string>();
        foreach (var variable in List(web, "envVars"))
        {
            // Render hands out addresses as URLs, and asks for what is not in the file.
            settings[Text(variable, "key")] = Keys(variable).Contains("value") ? Text(variable, "value")
                : Keys(variable).Contains("fromDatabase") ? $"postgresql://shopbot@127.0.0.1:{_server.Port}/shopbot"
                : Keys(variable).Contains("fromService") ? $"redis://default:{RedisPassword}@127.0.0.1:{_redisPort}"
                : Asked(Text(variable, "key"));
        }

        await ServesAsync(settings);
    }

    private async Task ServesAsync(Dictionary<string, string> settings)
    {
        var options = TwoStoresHost.OptionsFor(_folder, _graph, _shopify);
        foreach (var (key, value) in settings.Where(setting => setting.Key is not ("ASPNETCORE_HTTP_PORTS" or "ShopBot__PublicUrl" or "Shopify__ApiKey" or "Shopify__ApiSecret")))
            ((Dictionary<string, string>)options.Settings)[key] = value;
        await using var host = await HostProcess.StartAsync(options, cancellationToken: Token);
        using (var owner = new StoreOwner(host.Url, _store))
            await owner.ConnectAsync(Token);
        using var webhooks = new WebhookPoster(host.Url);
        await webhooks.PostSignedAsync(
            _store.AppSecret, MetaWebhook.Of(MetaWebhook.Entry(_store.WabaId, _store.PhoneNumberId, MetaWebhook.Text("4915199930001", "hi"))), Token);
        await _graph.WaitForAsync("4915199930001", 1, Token);

        using var client = Http.NewClient();
        var health = JsonNode.Parse(await client.GetStringAsync(new Uri(host.Url, "health"), Token))!;
        Assert.Equal(("healthy", "healthy", "healthy"), ((string)health["status"]!, (string)health["database"]!, (string)health["redis"]!));
        Assert.DoesNotContain("key ring is stored unprotected", host.Output.Text, StringComparison.Ordinal);

        // The container's own question about its health.
        var command = HealthCheck().Match(await File.ReadAllTextAsync(Path.Combine(Programs.Repository, "deploy/Dockerfile"), Token)).Groups[1].Value;
        var words = JsonNode.Parse(command)!.AsArray().Select(word => (string)word!).ToList();
        Assert.Equal(["dotnet", "ReferenceHost.dll", "health"], words.Take(3));
        Assert.Equal(0, (await HostProcess.RunAsync(options, [words[2], words[3].Replace(":8080", $":{host.Url.Port}", StringComparison.Ordinal)], Token)).ExitCode);
    }

    private System.Diagnostics.Process StartRedis()
    {
        var command = List(Map(Map(Load("deploy/compose.yaml"), "services"), "redis"), "command", static node => ((YamlScalarNode)node).Value!).Select(Filled).ToList();
        var start = new ProcessStartInfo($"/usr/bin/{command[0]}", [.. command.Skip(1), "--port", $"{_redisPort}", "--bind", "127.0.0.1", "--dir", _folder.Path]) { RedirectStandardOutput = true };
        var process = System.Diagnostics.Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<int> ExitOfAsync(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(Token);
        return process.ExitCode;
    }

    private static string Asked(string key) => key == "ShopBot__DataProtection__Key" ? Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) : key == "ShopBot__PublicUrl" ? "https://bot.example.com" : "";

    // ${NAME:?what to do} and ${NAME:-otherwise}, as compose fills them in.
    private static string Filled(string text) => Variable().Replace(text, match => match.Groups[1].Value switch
    {
        "REDIS_PASSWORD" => RedisPassword,
        "KEY_RING_KEY" => Asked("ShopBot__DataProtection__Key"),
        "POSTGRES_PASSWORD" => "unused",
        "PUBLIC_URL" => "https://bot.example.com",
        _ => "",
    });

    [GeneratedRegex(@"\$\{([A-Z_]+)[^}]*\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"HEALTHCHECK .*?CMD (\[.*\])")]
    private static partial Regex HealthCheck();
}
