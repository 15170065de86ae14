using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class Management
{
    public static async Task TemplatesAsync(WhatsAppSender sender, Recipient customer, Stream invoice, CancellationToken cancellationToken)
    {
        #region template
        string sample = await sender.UploadSampleAsync("111", invoice, "application/pdf", "invoice.pdf", cancellationToken);
        var shipped = new TemplateDefinition("order_shipped", "de", TemplateCategory.Utility)
        {
            Header = TemplateHeaderFormat.Document(sample),
            Body = new("Hallo {{first_name}}, Bestellung {{order}} ist unterwegs. Danke!", "Mira", "A-9"),
            Footer = "Shop Mitte",
            Buttons =
            [
                new TemplateButtonFormat.Url("Verfolgen", "https://shop.example/t/{{1}}", "https://shop.example/t/A-9"),
                new TemplateButtonFormat.QuickReply("Hilfe"),
            ],
        };
        TemplateCreated created = await sender.CreateTemplateAsync(new WabaId("700100"), shipped, cancellationToken);
        #endregion

        #region fill
        TemplateMessage message = shipped.Fill(new("", "")
        {
            Header = new TemplateHeader.Document(new MediaId("900101"), "invoice.pdf"),
            Body = [("first_name", "Mira"), ("order", "A-9")],
            Buttons = [new TemplateButton.Url(0, "A-9"), new TemplateButton.QuickReply(1, "help:A-9")],
        });
        await sender.SendAsync(customer, message, cancellationToken: cancellationToken);
        #endregion
        _ = created;
    }

    public static async Task LibraryAsync(WhatsAppSender sender, CancellationToken cancellationToken)
    {
        #region library
        await foreach (LibraryTemplate found in sender.GetTemplateLibraryAsync(new() { Search = "delivery", Language = "en_US" }, cancellationToken))
            Show(found.Name, found.Body, found.BodyParameterTypes);
        await sender.CreateTemplateAsync(
            new WabaId("700100"),
            new LibraryTemplateUse("delivery_update_1", "my_delivery_update", "en_US", TemplateCategory.Utility)
            {
                Buttons = [LibraryButtonInput.Url("https://shop.example/t/{{1}}", "https://shop.example/t/A-9")],
            },
            cancellationToken);
        #endregion
    }

    public static async Task MetricAsync(WhatsAppSender sender, CancellationToken cancellationToken)
    {
        #region metric
        FlowMetric requests = await sender.GetFlowMetricAsync(
            new FlowId("31337"), FlowMetricName.EndpointRequestCount, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 28), cancellationToken: cancellationToken);
        double total = requests.Points.SelectMany(point => point.Values).Where(one => one.Key == "value").Sum(one => one.Value);
        #endregion
    }

    private static void Show(string name, string? body, IReadOnlyList<string> types)
    {
    }

    public static async Task NumberAsync(WhatsAppSender sender, string pin, CancellationToken cancellationToken)
    {
        #region number
        await sender.RequestCodeAsync(VerificationMethod.Sms, "de", cancellationToken);
        await sender.VerifyCodeAsync("123456", cancellationToken);
        await sender.RegisterAsync(pin, cancellationToken: cancellationToken);
        await sender.SetProfileAsync(new BusinessProfile { About = "Fresh bread every day", Vertical = "RETAIL" }, cancellationToken);
        #endregion
    }
}
