using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using ShopBot.LoadTest.Journeys;
using ShopBot.LoadTest.Running;

namespace ShopBot.LoadTest.Lone;

/// <summary>
/// Answers every message with one fixed text and does nothing else: no signature, no database, no flow. What a customer waits for it is what the platform, the network and the measuring
/// take by themselves.
/// </summary>
internal sealed class BareBot : IAsyncDisposable
{
    /// <summary>The place of its number beside those of the stores.</summary>
    private readonly int _store;

    private readonly WebApplication _app;
    private readonly HttpClient _graph;

    private BareBot(WebApplication app, World world, int store)
    {
        (_app, _store) = (app, store);
        _graph = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = world.Emulator.BaseAddress };
        _graph.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Shelf.Token(store));
    }

    /// <summary>Starts it and gives it the number of a store that no host serves.</summary>
    public static async Task<BareBot> StartAsync(World world, int store)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var bot = new BareBot(app, world, store);
        app.Run(bot.TakeAsync);
        await app.StartAsync();
        await world.AddNumberAsync(store, new Uri(app.Urls.First() + "/"));
        using var subscribed = await bot._graph.PostAsync(new Uri($"v25.0/{Shelf.WabaId(store)}/subscribed_apps", UriKind.Relative), null);
        subscribed.EnsureSuccessStatusCode();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _graph.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());
            return;
        }

        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var people = body.RootElement.GetProperty("entry").EnumerateArray()
            .SelectMany(entry => entry.GetProperty("changes").EnumerateArray())
            .Select(change => change.GetProperty("value"))
            .SelectMany(value => value.TryGetProperty("messages", out var messages) ? messages.EnumerateArray() : [])
            .Select(message => message.GetProperty("from").GetString()!);
        foreach (var person in people.ToList())
            _ = AnswerAsync(person);
    }

    private async Task AnswerAsync(string person)
    {
        try
        {
            using var sent = await _graph.PostAsJsonAsync(
                string.Create(CultureInfo.InvariantCulture, $"v25.0/{Shelf.PhoneNumberId(_store)}/messages"),
                new { messaging_product = "whatsapp", to = person, type = "text", text = new { body = Shelf.Welcome(_store) } });
            sent.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException e)
        {
            Console.Error.WriteLine($"The bare bot's send failed: {e.Message}");
        }
    }
}
