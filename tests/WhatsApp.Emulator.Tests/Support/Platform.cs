using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace WhatsApp.Emulator.Tests;

/// <summary>An emulator with one shop and one customer, a bot behind the webhook, and a plain HTTP client with the shop's token.</summary>
public sealed class Platform : IAsyncDisposable
{
    public const string Token = "shop-token";
    public const string Secret = "shop-secret";
    public const string MiraPhone = "4915550001111";
    public const string MiraId = "DE.48213377190552";

    private Platform(WhatsAppEmulator emulator, Bot bot, FakeTimeProvider? clock)
    {
        (Emulator, Bot, Clock) = (emulator, bot, clock!);
        Shop = emulator.AddNumber(NumberOptions());
        Mira = emulator.AddPhone("Mira K.", MiraPhone, MiraId);
        emulator.AddTemplate("700100", """{"name":"order_shipped","language":"de","category":"UTILITY","components":[{"type":"BODY","text":"Ihre Bestellung ist unterwegs."}]}""");
        Http = Client(Token);
    }

    public WhatsAppEmulator Emulator { get; }
    public Bot Bot { get; }
    public FakeTimeProvider Clock { get; }
    public EmulatedNumber Shop { get; }
    public EmulatedPhone Mira { get; }
    public HttpClient Http { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Platform> StartAsync(Action<WhatsAppEmulatorOptions>? configure = null, bool fakeClock = false)
    {
        var options = new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.Zero, WebhookRetryGap = TimeSpan.FromMilliseconds(20) };
        var clock = fakeClock ? new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)) : null;
        if (clock is not null)
            options.TimeProvider = clock;
        configure?.Invoke(options);
        return new Platform(await WhatsAppEmulator.StartAsync(options, Cancel), await Bot.StartAsync(), clock);
    }

    public EmulatedNumberOptions NumberOptions(string id = "800200", string waba = "700100", string token = Token, string app = "111") => new()
    {
        PhoneNumberId = id,
        WabaId = waba,
        DisplayPhoneNumber = $"+49 30 {id}",
        VerifiedName = "Bäckerei Mitte",
        AccessToken = token,
        AppId = app,
        AppSecret = Secret,
        VerifyToken = "verify me",
        WebhookUrl = Bot.Url,
    };

    public HttpClient Client(string? token)
    {
        var client = new HttpClient { BaseAddress = Emulator.BaseUrl };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Opens the 24-hour window without leaving a trace in the bot.</summary>
    public async Task OpenWindowAsync()
    {
        await Mira.SaysAsync(Shop, "hi", Cancel);
        Bot.Posts.Clear();
    }

    public Task<Answer> TextAsync(string body = "Hello", string extra = "") => SendAsync($$"""{{extra}}"type":"text","text":{"body":{{JsonSerializer.Serialize(body)}}}""");

    /// <summary>Sends to Mira's phone number unless the JSON names another recipient.</summary>
    public Task<Answer> SendAsync(string json)
    {
        var to = json.Contains("\"to\":", StringComparison.Ordinal) || json.Contains("\"recipient\":", StringComparison.Ordinal) ? "" : $"\"to\":\"+{MiraPhone}\",";
        return PostAsync("v25.0/800200/messages", $$"""{"messaging_product":"whatsapp",{{to}}{{json}}}""");
    }

    public async Task<Answer> PostAsync(string path, string json, HttpClient? http = null)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await (http ?? Http).PostAsync(path, content, Cancel);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> GetAsync(string path, HttpClient? http = null)
    {
        using var response = await (http ?? Http).GetAsync(path, Cancel);
        return await Answer.ReadAsync(response);
    }

    public async Task<Answer> DeleteAsync(string path, string? json = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request, Cancel);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Sends a template by name, with components as JSON.</summary>
    public Task<Answer> TemplateAsync(string name, string language = "en", string components = "[]", string to = "") =>
        SendAsync($$"""{{to}}"type":"template","template":{"name":"{{name}}","language":{"code":"{{language}}"},"components":{{components}} }""");

    /// <summary>Adds an approved template with a body.</summary>
    public EmulatedTemplate AddTemplate(string name, string body, string category = "UTILITY", string more = "") => Emulator.AddTemplate("700100",
        $$"""{"name":"{{name}}","language":"en","category":"{{category}}","components":[{"type":"BODY","text":"{{body}}","example":{"body_text":[["x"]]} }{{more}}]}""");

    public async Task IdleAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        await Emulator.WaitForIdleAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
