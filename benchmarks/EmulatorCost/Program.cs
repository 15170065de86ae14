// What a reply costs the WhatsApp emulator: one message in, one send, three statuses, webhooks gathered for a while as Meta does.
// dotnet run -c Release --project benchmarks/EmulatorCost -- [replies] [batch ms]
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

var replies = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 50_000;
var batch = args.Length > 1 ? args[1] : "20";
const int People = 500;

// The bot: reads each webhook just enough to answer every message in it, and counts statuses.
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
await using var app = builder.Build();
HttpClient graph = null!;
long sent = 0, statuses = 0, refused = 0;
using var slots = new SemaphoreSlim(32);
app.Run(async context =>
{
    using var webhook = await JsonDocument.ParseAsync(context.Request.Body);
    foreach (var change in webhook.RootElement.GetProperty("entry").EnumerateArray().SelectMany(entry => entry.GetProperty("changes").EnumerateArray()))
    {
        var value = change.GetProperty("value");
        if (value.TryGetProperty("statuses", out var list))
            Interlocked.Add(ref statuses, list.GetArrayLength());
        if (!value.TryGetProperty("messages", out var messages))
            continue;
        foreach (var message in messages.EnumerateArray())
            _ = AnswerAsync(message.GetProperty("from").GetString()!);
    }

    context.Response.StatusCode = 200;
});
await app.StartAsync();

var tool = Path.Combine(AppContext.BaseDirectory, "WhatsApp.Emulator.Tool.dll");
var start = new ProcessStartInfo("dotnet", [tool, "--port", "0", "--webhook", app.Urls.First() + "/webhook", "--unlimited", "--batch-ms", batch]) { RedirectStandardOutput = true };
using var emulator = Process.Start(start)!;
try
{
    string? line;
    while ((line = await emulator.StandardOutput.ReadLineAsync()) is not null && !line.Contains("Open the phones", StringComparison.Ordinal))
    {
    }

    var root = new Uri(new Uri(line!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]), "/");
    _ = emulator.StandardOutput.ReadToEndAsync();
    using var http = new HttpClient { BaseAddress = root };
    graph = new HttpClient { BaseAddress = root };
    graph.DefaultRequestHeaders.Authorization = new("Bearer", "token");
    var phones = new List<string>();
    for (var i = 0; i < People; i++)
        phones.Add(JsonDocument.Parse(await (await PostAsync(http, "_control/phones", $$"""{"name":"P{{i}}","waId":"49155600{{i:D5}}","userId":"DE.2{{i:D5}}"}""")).Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!);

    await RoundAsync(5_000, http, phones);
    var (cpu, clock, before) = (emulator.TotalProcessorTime, Stopwatch.StartNew(), sent);
    await RoundAsync(replies, http, phones);
    clock.Stop();
    emulator.Refresh();
    var used = emulator.TotalProcessorTime - cpu;
    Console.WriteLine($"{sent - before:N0} replies in {clock.Elapsed.TotalSeconds:F1} s ({(sent - before) / clock.Elapsed.TotalSeconds:N0} per second), {statuses:N0} statuses, {refused} refused.");
    Console.WriteLine($"The emulator used {used.TotalMicroseconds / (sent - before):F0} µs of processor time per reply and {emulator.WorkingSet64 / 1024 / 1024} MiB of memory.");
}
finally
{
    emulator.Kill();
}

async Task RoundAsync(int count, HttpClient http, List<string> phones)
{
    var (wantedSent, wantedStatuses) = (sent + count, statuses + (3L * count));
    for (var done = 0; done < count; done += 250)
    {
        var says = string.Join(',', Enumerable.Range(done, Math.Min(250, count - done)).Select(i => $$"""{"phone":"{{phones[i % phones.Count]}}","text":"message {{i}}"}"""));
        await PostAsync(http, "_control/says", $$"""{"messages":[{{says}}]}""");
        while (done - (sent - (wantedSent - count)) > 2_000)
            await Task.Delay(2);
    }

    while (Interlocked.Read(ref sent) + refused < wantedSent || Interlocked.Read(ref statuses) < wantedStatuses)
        await Task.Delay(10);
}

async Task AnswerAsync(string waId)
{
    await slots.WaitAsync();
    try
    {
        using var answer = await PostAsync(graph, "v25.0/800200/messages", $$"""{"messaging_product":"whatsapp","to":"{{waId}}","type":"text","text":{"body":"Thank you for your message, we will be with you shortly."} }""");
        Interlocked.Increment(ref (answer.IsSuccessStatusCode ? ref sent : ref refused));
    }
    finally
    {
        slots.Release();
    }
}

static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string json)
{
    using var content = new StringContent(json, Encoding.UTF8, "application/json");
    return await http.PostAsync(path, content);
}
