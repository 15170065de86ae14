using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator.BrowserTests.Support;

/// <summary>An emulator with three businesses and three people, and the businesses' side of it: an endpoint that keeps webhooks, and plain HTTP sends.</summary>
public sealed class Shop : IAsyncDisposable
{
    public const string Bakery = "800200";
    public const string Lamps = "800201";
    public const string Books = "800202";
    private const string Token = "shop-token";

    private readonly WebApplication _endpoint;
    private readonly HttpClient _http;

    private Shop(WhatsAppEmulator emulator, WebApplication endpoint)
    {
        (Emulator, _endpoint) = (emulator, endpoint);
        var url = new Uri(endpoint.Urls.First());
        Pictures = new Uri(url, "/pictures/");
        Number = [Add(Bakery, "+49 30 555000", "Bäckerei Mitte", url), Add(Lamps, "+49 30 555001", "Lumen & Oak", url), Add(Books, "+49 30 555002", "مكتبة النور", url)];
        Mira = emulator.AddPhone("Mira K.", "4915550001111", "DE.48213377190552");
        Noor = emulator.AddPhone("Noor A.", null, "DE.77120044556677", "noor.reads");
        Tom = emulator.AddPhone("Tom B.", "4915550002222", null);
        emulator.AddTemplate("700100", Samples.TemplateDraft);
        foreach (var phone in emulator.Phones)
            phone.ReadsAutomatically = false;
        _http = new HttpClient { BaseAddress = emulator.BaseUrl };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public WhatsAppEmulator Emulator { get; }
    public Uri Pictures { get; }
    public IReadOnlyList<EmulatedNumber> Number { get; }
    public EmulatedPhone Mira { get; }
    public EmulatedPhone Noor { get; }
    public EmulatedPhone Tom { get; }
    public Func<int> Answer { get; set; } = () => 200;
    public ConcurrentQueue<(string Body, string Signature)> Posts { get; } = new();

    public IEnumerable<JsonElement> Messages => Posts.Select(post => Parse(post.Body)).OfType<JsonElement>()
        .SelectMany(body => body.GetProperty("entry").EnumerateArray())
        .SelectMany(entry => entry.GetProperty("changes").EnumerateArray())
        .Where(change => change.GetProperty("value").TryGetProperty("messages", out _))
        .SelectMany(change => change.GetProperty("value").GetProperty("messages").EnumerateArray());

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Shop> OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var endpoint = builder.Build();
        Shop? shop = null;
        endpoint.Run(context => shop!.HandleAsync(context));
        await endpoint.StartAsync(Cancel);
        var emulator = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.Zero, WebhookRetryGap = TimeSpan.FromMilliseconds(50), AcceptsUnknownTemplates = true, AcceptsUnknownHandles = true }, Cancel);
        return shop = new Shop(emulator, endpoint);
    }

    /// <summary>The person has written, so that the business may.</summary>
    public async Task GreetAsync(EmulatedPhone? person = null, string number = Bakery, string text = "Hello")
    {
        await (person ?? Mira).SaysAsync(Number.Single(one => one.PhoneNumberId == number), text, Cancel);
        Posts.Clear();
    }

    public Task<string> TextAsync(string body, string number = Bakery, string? to = null) =>
        SendAsync($$"""  "type":"text","text":{"body":{{JsonSerializer.Serialize(body)}}}  """, number, to);

    /// <summary>Sends to Mira unless the JSON of the recipient says otherwise; returns the message id.</summary>
    public async Task<string> SendAsync(string json, string number = Bakery, string? to = null)
    {
        var recipient = to ?? "\"to\":\"+4915550001111\"";
        using var content = new StringContent($$"""{"messaging_product":"whatsapp",{{recipient}},{{json}}}""", Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync($"v25.0/{number}/messages", content, Cancel);
        var answer = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, answer);
        return JsonDocument.Parse(answer).RootElement.TryGetProperty("messages", out var messages) ? messages[0].GetProperty("id").GetString()! : "";
    }

    /// <summary>Uploads a file as the business; returns its media id.</summary>
    public async Task<string> UploadAsync(byte[] bytes, string type, string name)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        form.Add(new StringContent("whatsapp"), "messaging_product");
        form.Add(file, "file", name);
        using var response = await _http.PostAsync($"v25.0/{Bakery}/media", form, Cancel);
        var answer = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, answer);
        return JsonDocument.Parse(answer).RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>Waits until a webhook carries a message that matches.</summary>
    public async Task<JsonElement> HearAsync(Func<JsonElement, bool> match)
    {
        await Emulator.Journal.WaitForWebhookAsync(_ => Messages.Any(match), TimeSpan.FromSeconds(20), Cancel);
        return Messages.First(match);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
        await _endpoint.DisposeAsync();
    }

    private static JsonElement? Parse(string body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private EmulatedNumber Add(string id, string phone, string name, Uri endpoint) => Emulator.AddNumber(new EmulatedNumberOptions
    {
        PhoneNumberId = id,
        WabaId = "700100",
        DisplayPhoneNumber = phone,
        VerifiedName = name,
        AccessToken = Token,
        AppId = "111",
        AppSecret = "shop-secret",
        VerifyToken = "verify",
        WebhookUrl = new Uri(endpoint, "/webhook"),
    });

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/pictures"))
        {
            context.Response.ContentType = "image/png";
            await context.Response.Body.WriteAsync(Png.Gradient(480, 360, context.Request.Path.Value!.Length), Cancel);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        Posts.Enqueue((await reader.ReadToEndAsync(Cancel), context.Request.Headers["X-Hub-Signature-256"].ToString()));
        context.Response.StatusCode = Answer();
        await context.Response.WriteAsync("taken", Cancel);
    }
}
