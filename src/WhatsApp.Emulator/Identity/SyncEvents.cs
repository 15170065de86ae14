using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What a coexistence number brings along: contacts, and the history of its chats.</summary>
internal static class SyncEvents
{
    public static Task RaiseAsync(EmulatedNumber number, string type, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var people = cloud.Phones.Where(phone => phone.Chats.Any(chat => chat.Number == number)).ToArray();
        return type == "history" ? RaiseHistoryAsync(number, people, cloud, cancellationToken) : RaiseContactsAsync(number, people, cloud, cancellationToken);
    }

    private static Task RaiseContactsAsync(EmulatedNumber number, EmulatedPhone[] people, EmulatedCloud cloud, CancellationToken cancellationToken) =>
        Task.WhenAll(people.Where(phone => phone.WaId is not null).Select(phone => cloud.Sender.RaiseAsync(
            new JsonEvent(number.Waba, number, "smb_app_state_sync", new JsonObject
            {
                ["type"] = "contact",
                ["contact"] = new JsonObject { ["full_name"] = phone.Name, ["first_name"] = phone.Name, ["phone_number"] = phone.WaId },
                ["action"] = "add",
                ["metadata"] = new JsonObject { ["timestamp"] = cloud.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
            }) { List = "state_sync" }, cancellationToken)));

    private static Task RaiseHistoryAsync(EmulatedNumber number, EmulatedPhone[] people, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var history = new JsonObject
        {
            ["metadata"] = new JsonObject { ["phase"] = 0, ["chunk_order"] = 1, ["progress"] = 100 },
            ["threads"] = new JsonArray([.. people.Select(phone => Thread(number, phone))]),
        };
        return cloud.Sender.RaiseAsync(new JsonEvent(number.Waba, number, "history", history) { List = "history" }, cancellationToken);
    }

    private static JsonObject Thread(EmulatedNumber number, EmulatedPhone phone)
    {
        var context = new JsonObject();
        if (phone.VisibleWaId(number) is { } waId)
            context["wa_id"] = waId;
        if (phone.UserIdFor(number) is { } userId)
            context["user_id"] = userId;
        var messages = phone.Chat(number).Where(message => message.Text is not null).Select(message => new JsonObject
        {
            ["from"] = message.IsFromBusiness ? number.Digits : phone.WaId,
            ["id"] = message.Id,
            ["timestamp"] = message.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["type"] = "text",
            ["text"] = new JsonObject { ["body"] = message.Text },
            ["history_context"] = new JsonObject { ["status"] = message.Status.ToUpperInvariant() },
        });
        return new JsonObject { ["id"] = phone.WaId ?? phone.Id, ["context"] = context, ["messages"] = new JsonArray([.. messages]) };
    }
}
