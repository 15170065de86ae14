using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

/// <summary>Inputs that fuzzing came upon, or that somebody thought of: each is read, or refused as no webhook.</summary>
public sealed class KeptCorpusTests
{
    private static readonly string Folder = global::Tests.RepositoryRoot.Of("tests/Fuzzing/Corpus/webhook");

    [Fact]
    public void Every_kept_input_is_read_or_refused()
    {
        var files = Directory.GetFiles(Folder);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var body = File.ReadAllBytes(file);
            try
            {
                WebhookReader.Skim(body);
                Assert.All(WebhookReader.Read(body), occurred => Assert.NotEmpty(occurred.DeduplicationKey));
            }
            catch (WebhookFormatException)
            {
            }
            catch (Exception e)
            {
                Assert.Fail($"{Path.GetFileName(file)}: {e}");
            }
        }
    }
}
