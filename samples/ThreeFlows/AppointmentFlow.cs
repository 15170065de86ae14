using System.Globalization;
using System.Text.Json.Serialization;
using ShopBot.Engine.Conversations;

namespace ThreeFlows;

/// <summary>An appointment: a day, a time, a name; a reminder the hour before. The time may be gone when it is tapped, and nobody is asked for ever.</summary>
public sealed class AppointmentFlow(ICalendar calendar) : Flow<Booking>("booking", version: 1, BookingJson.Default)
{
    protected override void Map(FlowMap<Booking> on)
    {
        on.Start(turn => turn.Ask("day"));
        on.Says("book, appointment", turn => turn.Ask("day"));
        on.Says("termin, buchen", turn => turn.Ask("day"), language: "de");
        on.Says("back, shop", Leave);

        on.AskChoice("day", "Which day would you like?", Days, (turn, day) =>
        {
            turn.State = turn.State with { Day = day };
            return turn.Ask("time");
        }).Within(Patience, GiveUp).Cancel(Leave);

        on.AskChoice("time", turn => $"And when on {On(turn.State.Day)}?", Times, TakeTime).Within(Patience, GiveUp).Cancel(Leave);

        on.AskText("name", "Under which name?", Confirm)
            .Valid(name => name.Length is >= 2 and <= 60 && name.Any(char.IsLetter), "A name has at least two letters.")
            .Within(Patience, GiveUp).Cancel(Leave);

        on.Timer("reminder", turn => turn.Says($"See you at {At(turn.State.Time)}, {turn.State.Name}!"));
        on.Otherwise(turn => turn.Says("Write *book* for an appointment, or *back*."));
    }

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private async ValueTask<IReadOnlyList<Option<DateOnly>>> Days(Turn<Booking> turn) =>
        [.. (await calendar.DaysAsync(turn.Aborted)).Select(day => new Option<DateOnly>(On(day), day))];

    private async ValueTask<IReadOnlyList<Option<TimeOnly>>> Times(Turn<Booking> turn) =>
        [.. (await calendar.TimesAsync(turn.State.Day, turn.Aborted)).Select(time => new Option<TimeOnly>(At(time), time))];

    private async Task TakeTime(Turn<Booking> turn, TimeOnly time)
    {
        // Somebody else may have been quicker.
        if (!await turn.Once("hold", token => calendar.HoldAsync(turn.State.Day, time, token)))
        {
            await turn.Says($"{At(time)} has just gone.");
            await turn.Ask("time");
            return;
        }

        turn.State = turn.State with { Time = time };
        await turn.Ask("name");
    }

    private static Task Confirm(Turn<Booking> turn, string name)
    {
        turn.State = turn.State with { Name = name };
        var begins = new DateTimeOffset(turn.State.Day.ToDateTime(turn.State.Time), TimeSpan.Zero);
        if (begins - turn.Now > TimeSpan.FromHours(1))
            turn.SetTimer("reminder", begins - turn.Now - TimeSpan.FromHours(1));
        turn.Raise("appointment.booked", new Booked(turn.State.Day, turn.State.Time));
        turn.Says($"Booked for {On(turn.State.Day)} at {At(turn.State.Time)}, {name}.");
        turn.Return();
        return Task.CompletedTask;
    }

    private async Task GiveUp(Turn<Booking> turn)
    {
        if (turn.State.Time != default)
            await calendar.ReleaseAsync(turn.State.Day, turn.State.Time, turn.Aborted);
        turn.State = new Booking();
        await turn.Says("I gave the time back. Write *book* to start again.");
    }

    private static Task Leave(Turn<Booking> turn)
    {
        turn.State = new Booking();
        turn.Return();
        return turn.Says("No appointment, then.");
    }

    private static string On(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    private static string At(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>The appointment so far.</summary>
public sealed record Booking
{
    public DateOnly Day { get; init; }

    public TimeOnly Time { get; init; }

    public string? Name { get; init; }
}

public sealed record Booked(DateOnly Day, TimeOnly Time);

/// <summary>When there is time.</summary>
public interface ICalendar
{
    Task<IReadOnlyList<DateOnly>> DaysAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<TimeOnly>> TimesAsync(DateOnly day, CancellationToken cancellationToken);

    Task<bool> HoldAsync(DateOnly day, TimeOnly time, CancellationToken cancellationToken);

    Task ReleaseAsync(DateOnly day, TimeOnly time, CancellationToken cancellationToken);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Booking))]
[JsonSerializable(typeof(Booked))]
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(TimeOnly))]
[JsonSerializable(typeof(bool))]
internal sealed partial class BookingJson : JsonSerializerContext;
