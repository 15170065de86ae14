using System.Text;
using WhatsApp.Client;
using static WhatsApp.Client.FlowComponent;

namespace Snippets.WhatsApp;

internal static class Flows
{
    public static async Task DefineAsync(WhatsAppSender sender, CancellationToken cancellationToken)
    {
        #region define
        var booking = new FlowDefinition(
            new FlowScreen("START")
            {
                Title = "Book a table",
                Data = new Dictionary<string, FlowData> { ["times"] = FlowData.Options(new FlowOption("18", "18:00")) },
                Children =
                [
                    new TextInput("name", "Name") { Required = true },
                    new Selection(FlowChoiceKind.Dropdown, "time", "Time") { Source = "${data.times}" },
                    new Footer("Go on", new FlowClick.Navigate("CONFIRM") { Payload = new Dictionary<string, string> { ["time"] = "${form.time}" } }),
                ],
            },
            new FlowScreen("CONFIRM")
            {
                IsTerminal = true,
                Data = new Dictionary<string, FlowData> { ["time"] = FlowData.Text("18:00") },
                Children =
                [
                    new Text(FlowTextStyle.Body, "A table at ${data.time}?"),
                    new Footer("Book", new FlowClick.Complete { Payload = new Dictionary<string, string> { ["time"] = "${data.time}" } }),
                ],
            });
        FlowCreated created = await sender.CreateFlowAsync(
            new WabaId("700100"),
            new FlowDraft { Name = "Booking", Categories = ["APPOINTMENT_BOOKING"], FlowJson = Encoding.UTF8.GetString(booking.ToJson()) },
            cancellationToken);
        #endregion
        _ = created;
    }

    public static async Task MediaAsync(HttpClient http, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        #region media
        foreach (FlowMedia photo in FlowMedia.ReadAll(data, "photos")) // the data of a FlowRequest, the name of the picker
        {
            byte[] encrypted = await http.GetByteArrayAsync(photo.CdnUrl, cancellationToken); // no token: the keys are the permission
            byte[] file = photo.Decrypt(encrypted); // FlowMediaException when a hash or the HMAC is wrong
        }
        #endregion
    }
}
