using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace WhatsApp.Client.Tests.Http;

/// <summary>A server that answers every request as told, and a sender that talks to it over real HTTP.</summary>
public sealed class CloudApi : IAsyncDisposable
{
    public const string Token = "EAAG-token-of-800200";
    public const string PhoneNumber = "+4915550001111";
    public const string Sent = """{"messaging_product":"whatsapp","contacts":[{"input":"+4915550001111","wa_id":"4915550001111"}],"messages":[{"id":"wamid.BBB="}]}""";

    private readonly WebApplication _server;
    private readonly ServiceProvider _services;
    private Func<HttpResponse, Task> _answer = _ => Task.CompletedTask;

    /// <summary>Starts it. Nothing is repeated unless <paramref name="configure"/> says so: the clock stands still.</summary>
    public CloudApi(Action<WhatsAppClientOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(async context =>
        {
            Requests.Add(await ReceivedRequest.ReadAsync(context.Request));
            await _answer(context.Response);
        });
        _server.Start();

        var services = new ServiceCollection();
        services.AddWhatsAppClient(options =>
        {
            options.BaseUrl = new Uri(Url + "/graph/");
            options.Resilience.Repeats = 0;
            options.Pacing.Repeats = 0;
            configure?.Invoke(options);
        });
        services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        _services = services.BuildServiceProvider();
        Sender = _services.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId("800200"), Token));
    }

    public string Url => _server.Urls.Single();

    public WhatsAppSender Sender { get; }

    public List<ReceivedRequest> Requests { get; } = [];

    public string LastBody => Requests[^1].Body;

    public void Answer(int status, string body, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        _answer = async response =>
        {
            response.StatusCode = status;
            response.ContentType = contentType;
            foreach (var (name, value) in headers)
                response.Headers[name] = value;
            await response.WriteAsync(body);
        };

    public Task<SendResult> SendAsync(OutgoingMessage? message = null, SendOptions? options = null) =>
        Sender.SendAsync(new Recipient.Phone(PhoneNumber), message ?? new TextMessage("Hello"), options, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}

public sealed record ReceivedRequest(string Method, string Path, string Url, string? Authorization, string? ContentType, string Body)
{
    public static async Task<ReceivedRequest> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return new ReceivedRequest(
            request.Method, request.Path, request.GetEncodedUrl(), request.Headers.Authorization, request.ContentType, await reader.ReadToEndAsync());
    }
}
