using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tests;

namespace Shopify.Emulator.Tests.Documentation;

/// <summary>The commands of the emulator's page, run as they stand there.</summary>
public sealed partial class CurlTests
{
    [Fact]
    public async Task The_curl_commands_of_the_page_search_install_and_ask()
    {
        var token = TestContext.Current.CancellationToken;
        Assert.SkipUnless(HasProgram("curl") && HasProgram("bash"), "curl or bash is not installed.");
        await using var emulator = await ShopifyEmulator.StartAsync(new ShopifyEmulatorOptions { RedirectUris = ["http://localhost:3000/callback"] }, token);
        emulator.AddShop("demo-shop.myshopify.com");
        var page = await File.ReadAllTextAsync(RepositoryRoot.Of("docs/emulators/shopify.md"), token);
        var script = Assert.Single(Blocks().Matches(page)).Groups[1].Value.Replace("http://127.0.0.1:5082", emulator.BaseUrl.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);

        using var bash = Process.Start(new ProcessStartInfo("bash", ["-e", "-c", script]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var printed = await bash.StandardOutput.ReadToEndAsync(token);
        await bash.WaitForExitAsync(token);

        Assert.Equal(0, bash.ExitCode);
        var answers = Answers(printed).Select(static answer => answer.GetProperty("data")).ToArray();
        Assert.Equal(2, answers.Length);
        Assert.All(answers[0].GetProperty("products").GetProperty("nodes").EnumerateArray(), static product => Assert.Contains("Mug", product.GetProperty("title").GetString()));
        Assert.Equal("Lumen & Oak", answers[1].GetProperty("shop").GetProperty("name").GetString());
        Assert.Equal(2, answers[1].GetProperty("products").GetProperty("nodes").GetArrayLength());
    }

    /// <summary>The answers stand one behind the other, without anything between.</summary>
    private static List<JsonElement> Answers(string printed)
    {
        var answers = new List<JsonElement>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(printed), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
            answers.Add(JsonElement.ParseValue(ref reader));
        return answers;
    }

    private static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
