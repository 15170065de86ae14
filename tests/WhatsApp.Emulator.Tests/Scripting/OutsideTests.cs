using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Tests;

namespace WhatsApp.Emulator.Tests;

/// <summary>What a developer without this repository's client does: the page's curl commands, and a bot in Node.</summary>
public sealed partial class OutsideTests
{
    [Fact]
    public async Task The_curl_commands_of_the_page_do_what_it_says()
    {
        Assert.SkipUnless(HasProgram("curl") && HasProgram("bash"), "curl or bash is not installed.");
        await using var platform = await StartAsync();
        var page = await File.ReadAllTextAsync(RepositoryRoot.Of("docs/emulators/whatsapp.md"), Platform.Cancel);
        var blocks = Blocks().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(2, blocks.Length);

        foreach (var block in blocks)
        {
            var script = block.Replace("http://127.0.0.1:5080", platform.Emulator.BaseUrl.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);
            using var process = Start("bash", ["-e", "-c", script], []);
            await process.WaitForExitAsync(Platform.Cancel);
            Assert.Equal(0, process.ExitCode);
        }

        await platform.IdleAsync();
        var sends = platform.Emulator.Journal.Calls.Where(call => call.Path.EndsWith("/messages", StringComparison.Ordinal)).ToArray();
        Assert.Equal([200, 400, 200], sends.Select(call => call.Status));
        Assert.Contains("131009", sends[1].ResponseBody, StringComparison.Ordinal);
        Assert.Equal("Your order A-9 has left our shop.", platform.Mira.Chat(platform.Shop)[0].Text);
        Assert.Equal(131047, platform.Bot.Statuses[^1].GetProperty("errors")[0].GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task The_bot_in_Node_answers_a_text_and_a_tap()
    {
        var bot = RepositoryRoot.Of("samples/NodeBot/bot.mjs");
        Assert.True((await File.ReadAllLinesAsync(bot, Platform.Cancel)).Length <= 30);
        Assert.SkipUnless(HasProgram("node"), "Node is not installed.");
        await using var platform = await StartAsync();
        var started = new TaskCompletionSource<int>();
        using var process = Start("node", [bot], new Dictionary<string, string>
        {
            ["GRAPH_URL"] = new Uri(platform.Emulator.BaseUrl, "v25.0").AbsoluteUri, ["TOKEN"] = "token", ["APP_SECRET"] = Platform.Secret, ["VERIFY_TOKEN"] = "verify me", ["PORT"] = "0",
        });
        try
        {
            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data?.Split(' ') is ["listening", "on", var port])
                    started.TrySetResult(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
            };
            process.BeginOutputReadLine();
            var url = new Uri($"http://127.0.0.1:{await started.Task.WaitAsync(TimeSpan.FromSeconds(30), Platform.Cancel)}/webhook");
            Assert.True((await platform.Shop.SetWebhookAsync(url, "verify me", Platform.Cancel)).Succeeded);
            Assert.False((await platform.Shop.SetWebhookAsync(url, "wrong", Platform.Cancel)).Succeeded);

            await platform.Mira.SaysAsync(platform.Shop, "Grüße 👋", Platform.Cancel);
            await platform.Emulator.Webhooks.RedeliverAsync(platform.Shop, platform.Emulator.Journal.Webhooks[0], Platform.Cancel);
            await platform.Mira.WaitForMessageAsync(platform.Shop, message => message.Text == "You said: Grüße 👋", TimeSpan.FromSeconds(20), Platform.Cancel);
            await platform.Mira.TapsAsync(platform.Shop, "Thanks", Platform.Cancel);
            await platform.Mira.WaitForMessageAsync(platform.Shop, message => message.Text == "You tapped Thanks.", TimeSpan.FromSeconds(20), Platform.Cancel);
            var forged = await platform.Emulator.Webhooks.DeliverRawAsync(platform.Shop, "{}"u8.ToArray(), "sha256=00", Platform.Cancel);

            Assert.Equal(401, forged.Status);
            Assert.Equal(2, platform.Mira.Chat(platform.Shop).Count(message => message.IsFromBusiness));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>As the tool sets it up: the token is "token".</summary>
    private static async Task<Platform> StartAsync()
    {
        var platform = await Platform.StartAsync();
        platform.Shop.ReplaceAccessToken("token");
        return platform;
    }

    private static Process Start(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
