using System.Diagnostics;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;
using ShopBot.TestSupport.Waiting;
using YamlDotNet.RepresentationModel;
using static ReferenceHost.Tests.Deployment.Yaml;

namespace ReferenceHost.Tests.Deployment;

/// <summary>The files a deployment begins with are of the form their tools read, fit together, and name settings that the host has.</summary>
public sealed class DeploymentFileTests
{
    private static readonly string[] ComposeTop = ["name", "services", "volumes", "networks", "configs", "secrets"];

    private static readonly string[] ComposeService =
        ["image", "build", "command", "entrypoint", "restart", "depends_on", "ports", "environment", "volumes", "healthcheck", "user", "networks", "deploy"];

    private static readonly string[] HealthCheck = ["test", "interval", "timeout", "retries", "start_period", "disable"];

    private static readonly string[] RenderTop = ["services", "databases", "envVarGroups", "projects", "previews"];

    private static readonly string[] RenderWeb =
    [
        "type", "name", "runtime", "dockerfilePath", "dockerContext", "plan", "region", "numInstances", "healthCheckPath", "envVars", "branch",
        "autoDeployTrigger", "scaling", "domains", "disk",
    ];

    private static readonly string[] RenderKeyValue = ["type", "name", "plan", "region", "maxmemoryPolicy", "ipAllowList"];

    private static readonly string[] RenderDatabase =
        ["name", "plan", "region", "databaseName", "user", "postgresMajorVersion", "ipAllowList", "diskSizeGB", "highAvailability", "readReplicas"];

    private static readonly string[] HostSettings =
    [
        "ASPNETCORE_HTTP_PORTS", "ShopBot__Storage", "ConnectionStrings__ShopBot", "ConnectionStrings__Redis", "ShopBot__PublicUrl", "ShopBot__DataProtection__Key",
        "Shopify__ApiKey", "Shopify__ApiSecret", "WhatsApp__AppSecret",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Compose_file_has_the_form_and_its_parts_exist()
    {
        var file = Load("deploy/compose.yaml");
        Assert.Empty(Keys(file).Except(ComposeTop));
        var services = Map(file, "services");
        Assert.Equal(["host", "postgres", "redis"], Keys(services));
        foreach (var name in Keys(services))
        {
            var service = Map(services, name);
            Assert.Empty(Keys(service).Except(ComposeService));
            Assert.True(Keys(service).Contains("image") != Keys(service).Contains("build"), $"{name} has either an image or a build.");
            if (Keys(service).Contains("healthcheck"))
                Assert.Empty(Keys(Map(service, "healthcheck")).Except(HealthCheck));
            if (Keys(service).Contains("depends_on"))
                Assert.Empty(Keys(Map(service, "depends_on")).Except(Keys(services)));
        }

        Assert.Equal(["postgres"], Keys(Map(file, "volumes")));
        Assert.Empty(Keys(Map(Map(services, "host"), "environment")).Except(HostSettings));
        var build = Map(Map(services, "host"), "build");
        Assert.True(File.Exists(Path.Combine(Programs.Repository, "deploy", Text(build, "context"), Text(build, "dockerfile"))));
    }

    [Fact]
    public void Blueprint_has_the_form_and_its_parts_exist()
    {
        var file = Load("render.yaml");
        Assert.Empty(Keys(file).Except(RenderTop));
        var services = List(file, "services");
        var database = Assert.Single(List(file, "databases"));
        Assert.Empty(Keys(database).Except(RenderDatabase));
        var web = Assert.Single(services, service => Text(service, "type") == "web");
        var cache = Assert.Single(services, service => Text(service, "type") == "keyvalue");
        Assert.Empty(Keys(web).Except(RenderWeb));
        Assert.Empty(Keys(cache).Except(RenderKeyValue));
        Assert.Contains("ipAllowList", Keys(cache));
        Assert.True(File.Exists(Path.Combine(Programs.Repository, Text(web, "dockerfilePath"))));
        foreach (var variable in List(web, "envVars"))
        {
            Assert.Contains(Text(variable, "key"), HostSettings);
            if (Keys(variable).Contains("fromDatabase"))
                Assert.Equal(Text(database, "name"), Text(Map(variable, "fromDatabase"), "name"));
            if (Keys(variable).Contains("fromService"))
                Assert.Equal(Text(cache, "name"), Text(Map(variable, "fromService"), "name"));
        }
    }

    [Fact]
    public void No_secret_is_written_into_them() => Assert.All(
        File.ReadLines(Path.Combine(Programs.Repository, "deploy/env.example")).Where(line => line.Contains("KEY", StringComparison.Ordinal) || line.Contains("PASSWORD", StringComparison.Ordinal) || line.Contains("SECRET", StringComparison.Ordinal))
            .Where(line => !line.StartsWith('#')),
        line => Assert.EndsWith("=", line, StringComparison.Ordinal));

    [Fact]
    public async Task Command_of_the_Redis_container_starts_a_Redis_that_wants_the_password()
    {
        Required.Or(RedisServer.IsAvailable && File.Exists("/usr/bin/redis-server"), "Redis is not installed.");
        var command = List(Map(Map(Load("deploy/compose.yaml"), "services"), "redis"), "command", static node => ((YamlScalarNode)node).Value!)
            .Select(part => part.StartsWith("${REDIS_PASSWORD", StringComparison.Ordinal) ? "s3cret" : part).ToList();
        using var folder = new TempFolder();
        var port = FreePort.Next();
        var start = new ProcessStartInfo($"/usr/bin/{command[0]}", [.. command.Skip(1), "--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder.Path]) { RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            await Eventually.HoldsAsync("Redis takes the password", () => AnswersAsync($"127.0.0.1:{port},password=s3cret,connectTimeout=1000"), TimeSpan.FromSeconds(60), Token);
            Assert.False(await AnswersAsync($"127.0.0.1:{port},connectTimeout=1000"));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Token);
        }
    }

    private static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(connectionString);
            await connection.GetDatabase().PingAsync();
            return true;
        }
        catch (StackExchange.Redis.RedisException)
        {
            return false;
        }
    }
}
