using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TemplateSender.Tests;

public sealed class SendingTests : IAsyncDisposable
{
    private const string Accepted = """{"messages":[{"id":"wamid.B=","message_status":"accepted"}]}""";
    private readonly WebApplication _platform;
    private readonly string _file = Path.GetTempFileName();
    private readonly ConcurrentBag<JsonNode> _sent = [];
    private readonly StringWriter _output = new();
    private Func<string, (int Status, string Body)> _answer = _ => (200, Accepted);

    public SendingTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _platform = builder.Build();
        _platform.Run(async context =>
        {
            var body = (await JsonNode.ParseAsync(context.Request.Body))!;
            _sent.Add(body);
            (context.Response.StatusCode, var answer) = _answer((string)body["to"]!);
            await context.Response.WriteAsync(answer);
        });
        _platform.Start();
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        await _platform.DisposeAsync();
    }

    private Task<ExitCode> RunAsync(string numbers, params string[] more)
    {
        File.WriteAllText(_file, numbers);
        var settings = new Dictionary<string, string?>
        {
            ["WhatsApp:BaseUrl"] = _platform.Urls.Single(),
            ["WhatsApp:PhoneNumberId"] = "800200",
            ["WhatsApp:AccessToken"] = "token",
        };
        return Sending.RunAsync(
            [_file, .. more], new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), _output, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Template_goes_to_every_number_once()
    {
        var exit = await RunAsync("# customers\n+4915550001111\n\n4915550001111\n4915550002222\n", "order_shipped", "de", "Mira", "A-9\nB-1");

        Assert.Equal(ExitCode.AllAccepted, exit);
        Assert.Equal(["+4915550001111", "+4915550002222"], _sent.Select(body => (string)body["to"]!).Order());
        Assert.All(_sent, body => Assert.Equal(
            """{"name":"order_shipped","language":{"code":"de"},"components":[{"type":"body","parameters":[{"type":"text","text":"Mira"},{"type":"text","text":"A-9 B-1"}]}]}""",
            body["template"]!.ToJsonString()));
        Assert.Contains("2 of 2 accepted", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4915", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_number_does_not_stop_the_others()
    {
        _answer = to => to.EndsWith('1') ? (400, """{"error":{"code":131026,"message":"(#131026) Undeliverable"}}""") : (200, Accepted);

        Assert.Equal(ExitCode.SomeFailed, await RunAsync("4915550001111\nnobody\n4915550002222", "sale", "de"));

        Assert.Contains("line 1: refused", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 2: not a phone number", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of 3 accepted", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_problem_stops_the_rest()
    {
        _answer = _ => (401, """{"error":{"code":190,"message":"(#190) Token expired"}}""");

        var numbers = string.Join('\n', Enumerable.Range(1000, 200).Select(i => $"491555000{i}"));
        Assert.Equal(ExitCode.Stopped, await RunAsync(numbers, "sale", "de"));

        Assert.InRange(_sent.Count, 1, 50);
    }

    [Fact]
    public async Task Template_that_breaks_a_limit_is_shown_and_not_sent()
    {
        Assert.Equal(ExitCode.InvalidTemplate, await RunAsync("4915550001111", "Sale!", "en-US", " "));

        Assert.Empty(_sent);
        Assert.Contains("template.name: Malformed", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("template.language.code: Malformed", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("template.components[0].parameters[0].text: Missing", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_call_says_how_to_call()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync("4915550001111", "sale"));
        Assert.Contains("Usage: TemplateSender", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await Sending.RunAsync(["none.txt", "sale", "de"], new ConfigurationBuilder().Build(), _output, CancellationToken.None));
        Assert.Contains("WhatsApp__AccessToken", _output.ToString(), StringComparison.Ordinal);
    }
}
