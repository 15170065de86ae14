using System.Text;
using SharpFuzz;
using ShopBot.Engine.Conversations;
using WhatsApp.Client.Webhooks;

// Fuzzing webhook|words            reads inputs from AFL
// Fuzzing webhook|words FOLDER     runs every file of a folder once
Action<byte[]> target = args.FirstOrDefault() switch
{
    "webhook" => Webhook,
    "words" => Words,
    _ => throw new ArgumentException("Say which target: webhook or words."),
};
if (args is [_, var folder])
{
    foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
    {
        Console.WriteLine(file);
        target(File.ReadAllBytes(file));
    }

    return;
}

Fuzzer.OutOfProcess.Run(input =>
{
    using var bytes = new MemoryStream();
    input.CopyTo(bytes);
    target(bytes.ToArray());
});

// Anything may come: it is read as far as it can be read, or refused as no JSON.
static void Webhook(byte[] body)
{
    try
    {
        WebhookReader.Skim(body);
        foreach (var occurred in WebhookReader.Read(body))
            _ = occurred.DeduplicationKey.Length;
    }
    catch (WebhookFormatException)
    {
    }
}

static void Words(byte[] text) => WordText.Fold(Encoding.UTF8.GetString(text));
