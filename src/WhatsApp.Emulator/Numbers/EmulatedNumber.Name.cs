using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>The display name and its review.</content>
public sealed partial class EmulatedNumber
{
    /// <summary>Whether it is an official business account, with a tick. Default false.</summary>
    public bool IsOfficial { get; set; }

    internal string? NewName { get; set; }

    internal string NewNameStatus { get; set; } = "NONE";

    /// <summary>Decides about the name asked for by <c>new_display_name</c> and tells of it by <c>phone_number_name_update</c>.</summary>
    /// <param name="isApproved">Whether the name may be used.</param>
    /// <param name="reason">Why not, or null.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    /// <exception cref="InvalidOperationException">No name waits for a decision.</exception>
    public Task DecideNameAsync(bool isApproved, string? reason = null, CancellationToken cancellationToken = default)
    {
        var name = NewName ?? throw new InvalidOperationException($"No name of number {PhoneNumberId} waits for a decision.");
        (NewName, NewNameStatus) = (null, isApproved ? "APPROVED" : "DECLINED");
        if (isApproved)
            VerifiedName = name;
        var value = new JsonObject
        {
            ["display_phone_number"] = Digits, ["decision"] = isApproved ? "APPROVED" : "REJECTED", ["requested_verified_name"] = name, ["rejection_reason"] = reason ?? "NONE",
        };
        return _cloud.Sender.RaiseAsync(AccountEvent.Of(Waba, "phone_number_name_update", value), cancellationToken);
    }
}
