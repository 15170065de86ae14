using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsApp.Emulator;

/// <summary>The contact book and the username of a business.</summary>
internal sealed partial class IdentityEdges(EmulatedCloud cloud)
{
    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("DELETE", "contact_book", Permission.Messaging, Forget);
        routes.Numbers.Add("GET", "username", Permission.Management, call => call.Node.Profile is { Username: { } username } profile
            ? GraphAnswer.Ok(new JsonObject { ["username"] = username, ["status"] = profile.UsernameStatus })
            : GraphAnswer.Ok(new JsonObject()));
        routes.Numbers.Add("POST", "username", Permission.Management, Take);
        routes.Numbers.Add("DELETE", "username", Permission.Management, GiveUp);
        routes.Numbers.Add("GET", "username_suggestions", Permission.Management, Suggest);
    }

    private GraphAnswer Forget(GraphCall<EmulatedNumber> call)
    {
        if (call.Input.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        var id = call.Input.NeedText("bsuid", 200);
        if (!RecipientIds.IsUserId(id))
            throw new GraphException(GraphError.Invalid("Param bsuid is not a business-scoped user id."));
        var isDeleted = cloud.People.ByUserId(call.Node, id) is { } phone && call.Node.ContactBook.Remove(phone);
        return GraphAnswer.Ok(new JsonObject { ["messaging_product"] = "whatsapp", ["success"] = true, ["deleted"] = isDeleted });
    }

    private GraphAnswer Take(GraphCall<EmulatedNumber> call)
    {
        var username = call.Input.NeedText("username", 100).ToLowerInvariant();
        var isForced = call.Input.FindWord("transfer_action", "none", "force_transfer") == "force_transfer";
        if (!Form().IsMatch(username) || username.Contains("..", StringComparison.Ordinal) || username.StartsWith("www", StringComparison.Ordinal) || !username.Any(char.IsAsciiLetter))
            throw new GraphException(GraphError.Unsupported("Param username may hold 3 to 35 of a-z, 0-9, dots and underscores, with a letter among them."));
        if (cloud.Numbers.FirstOrDefault(number => number != call.Node && number.Profile.Username == username) is { } holder)
        {
            if (holder.PortfolioId != call.Node.PortfolioId)
                throw new GraphException(GraphError.Of(147001, "The username is not available."));
            if (!isForced)
                throw new GraphException(GraphError.Of(147005, "Another number of the business has this username; transfer it."));
            holder.Profile.Username = null;
        }

        if (cloud.Phones.Any(phone => string.Equals(phone.Username, username, StringComparison.OrdinalIgnoreCase)))
            throw new GraphException(GraphError.Of(147001, "The username is not available."));
        call.Node.Profile.Username = username;
        cloud.Work.Run(stopping => TellAsync(call.Node, "approved", stopping));
        return GraphAnswer.Ok(new JsonObject { ["success"] = true, ["status"] = call.Node.Profile.UsernameStatus });
    }

    private GraphAnswer GiveUp(GraphCall<EmulatedNumber> call)
    {
        if (call.Node.Profile.Username is null)
            throw new GraphException(GraphError.Unsupported("The number has no username."));
        call.Node.Profile.Username = null;
        cloud.Work.Run(stopping => TellAsync(call.Node, "deleted", stopping));
        return GraphAnswer.Success;
    }

    private Task TellAsync(EmulatedNumber number, string status, CancellationToken cancellationToken)
    {
        var value = new JsonObject { ["display_phone_number"] = number.Digits, ["status"] = status };
        if (number.Profile.Username is { } username)
            value["username"] = username;
        return cloud.Sender.RaiseAsync(AccountEvent.Of(number.Waba, "business_username_updates", value), cancellationToken);
    }

    private static GraphAnswer Suggest(GraphCall<EmulatedNumber> call)
    {
        var name = string.Concat(call.Node.VerifiedName.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        if (name.Length < 3)
            name = "shop" + name;
        return GraphAnswer.Ok(new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["username_suggestions"] = new JsonArray(name, $"{name}.official", $"{name}_shop") }),
        });
    }

    [GeneratedRegex("^(?!\\.)[a-z0-9._]{3,35}(?<!\\.)$")]
    private static partial Regex Form();
}
