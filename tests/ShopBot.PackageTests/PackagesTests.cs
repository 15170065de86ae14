using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Tests;

namespace ShopBot.PackageTests;

/// <summary>What a stranger does: packs the packages, references them outside the repository, runs EchoBot from its own source.</summary>
public sealed class PackagesTests : IAsyncLifetime
{
    private const string AppSecret = "scratch-secret";
    private static readonly string Configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
    private readonly string _work = Directory.CreateTempSubdirectory("shopbot-packages-").FullName;
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    private string Feed => Path.Combine(_work, "feed");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_work, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_project_packs_and_EchoBot_runs_from_the_packages_outside_the_repository()
    {
        await CommandLine.RunAsync(RepositoryRoot.Path, "dotnet", "pack", "ShopBot.sln", "-c", Configuration, "--no-build", "-o", Feed, "-v", "q", "--tl:off");
        CheckPackages();

        var bot = Path.Combine(_work, "echo");
        await WriteScratchProjectAsync(bot);
        await CommandLine.RunAsync(bot, "dotnet", "build", "-c", "Release", "-v", "q", "--tl:off");

        using var graph = new HttpListener();
        var graphUrl = $"http://127.0.0.1:{FreePort()}/";
        graph.Prefixes.Add(graphUrl);
        graph.Start();
        var sent = AnswerOneSendAsync(graph);
        var botUrl = $"http://127.0.0.1:{FreePort()}";
        var output = new StringBuilder();
        using var process = CommandLine.Start(
            bot,
            "dotnet",
            [Path.Combine(bot, "bin", "Release", "net10.0", "echo.dll")],
            new Dictionary<string, string>
            {
                ["WhatsApp__AccessToken"] = "scratch-token",
                ["WhatsApp__PhoneNumberId"] = "800200",
                ["WhatsApp__AppSecret"] = AppSecret,
                ["WhatsApp__VerifyToken"] = "scratch-verify",
                ["WhatsApp__BaseUrl"] = graphUrl,
                ["ASPNETCORE_URLS"] = botUrl,
            },
            line => output.AppendLine(line));
        try
        {
            await PostSignedAsync(new Uri($"{botUrl}/whatsapp/webhook"), "Hello packages");
            var (authorization, body) = await sent.WaitAsync(TimeSpan.FromSeconds(30), _stop);
            Assert.Equal("Bearer scratch-token", authorization);
            Assert.Contains("Hello packages", body, StringComparison.Ordinal);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"EchoBot did not answer. It printed:\n{output}", e);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private void CheckPackages()
    {
        var projects = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories);
        var packages = Directory.GetFiles(Feed, "*.nupkg");
        Assert.Equal(projects.Length, packages.Length);
        foreach (var package in packages)
        {
            using var zip = ZipFile.OpenRead(package);
            Assert.True(zip.Entries.Any(entry => entry.FullName == "README.md"), $"{Path.GetFileName(package)} has no README.");

            // A tool is run, not referenced.
            if (zip.Entries.Any(entry => entry.Name == "DotnetToolSettings.xml"))
                continue;
            Assert.True(File.Exists(Path.ChangeExtension(package, ".snupkg")), $"{Path.GetFileName(package)} has no symbols.");
            Assert.True(zip.Entries.Any(entry => entry.FullName.StartsWith("lib/net10.0/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)), $"{Path.GetFileName(package)} has no documentation.");
        }
    }

    private async Task WriteScratchProjectAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(RepositoryRoot.Path, "samples", "EchoBot", "Program.cs"), Path.Combine(folder, "Program.cs"));
        var version = XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Build.props")).Descendants("Version").Single().Value;
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "echo.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(_work, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{known}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ShopBot.WhatsApp.Client.AspNetCore" Version="{version}" />
              </ItemGroup>
            </Project>
            """,
            _stop);
    }

    private async Task<(string? Authorization, string Body)> AnswerOneSendAsync(HttpListener graph)
    {
        var context = await graph.GetContextAsync().WaitAsync(_stop);
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync(_stop);
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(
            """{"messaging_product":"whatsapp","contacts":[{"input":"+4915550001111","wa_id":"4915550001111"}],"messages":[{"id":"wamid.OUT="}]}"""u8.ToArray(), _stop);
        context.Response.Close();
        return (context.Request.Headers["Authorization"], body);
    }

    private async Task PostSignedAsync(Uri webhook, string text)
    {
        var body = Encoding.UTF8.GetBytes(
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"700100\",\"changes\":[{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\"," +
            "\"metadata\":{\"display_phone_number\":\"4930555000\",\"phone_number_id\":\"800200\"},\"contacts\":[{\"profile\":{\"name\":\"Mira\"},\"wa_id\":\"4915550001111\"}]," +
            $"\"messages\":[{{\"from\":\"4915550001111\",\"id\":\"wamid.IN=\",\"timestamp\":\"1790000000\",\"type\":\"text\",\"text\":{{\"body\":\"{text}\"}}}}]}}}}]}}]}}");
        using var client = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(body) };
                request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), body)));
                using var response = await client.SendAsync(request, _stop);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                return;
            }
            catch (HttpRequestException) when (waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                // The bot is still starting.
                await Task.Delay(200, _stop);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
