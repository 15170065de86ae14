using System.Text.Json;

namespace WhatsApp.Client;

public abstract partial record FlowComponent
{
    /// <summary>Inputs that belong together. From version 4.0 on a screen needs none.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Children">What is in it.</param>
    public sealed record Form(string Name, params IReadOnlyList<FlowComponent> Children) : FlowComponent
    {
        private protected override string Type => "Form";

        internal override IEnumerable<string> Inputs => Children.OfType<FlowComponent>().SelectMany(static child => child.Inputs);

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Name(checks, $"{path}.name", Name);
            checks.Count($"{path}.children", Children.Count, 1, int.MaxValue);
            CheckAll(checks, $"{path}.children", Children, flow, depth);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("name"u8, Name);
            WriteAll(writer, "children"u8, Children);
        }
    }

    /// <summary>Shows one thing or another, from version 4.0 on; at most three within each other. A footer in one branch needs one in the other.</summary>
    /// <param name="Condition">Such as <c>${data.is_open} &amp;&amp; ${form.wants}</c>.</param>
    /// <param name="Then">What is shown when it is so; at least one.</param>
    public sealed record If(string Condition, params IReadOnlyList<FlowComponent> Then) : FlowComponent
    {
        private protected override string Type => "If";

        /// <summary>What is shown otherwise; empty for nothing.</summary>
        public IReadOnlyList<FlowComponent> Else { get; init; } = [];

        internal override IEnumerable<string> Inputs => Then.Concat(Else).OfType<FlowComponent>().SelectMany(static child => child.Inputs);

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Text(checks, $"{path}.condition", Condition, int.MaxValue);
            checks.Count($"{path}.then", Then.Count, 1, int.MaxValue);
            var before = flow.Footers;
            CheckAll(checks, $"{path}.then", Then, flow, depth + 1);
            var (inThen, rest) = (flow.Footers - before, flow.Footers);
            CheckAll(checks, $"{path}.else", Else, flow, depth + 1);
            var inElse = flow.Footers - rest;
            if (inThen != inElse)
                checks.Add($"{path}.{(inThen < inElse ? "then" : "else")}.Footer", MessageFaultKind.Missing);
            flow.Footers = before + Math.Max(inThen, inElse);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("condition"u8, Condition);
            WriteAll(writer, "then"u8, Then);
            if (Else.Count > 0)
                WriteAll(writer, "else"u8, Else);
        }
    }

    /// <summary>Shows one of several things by a value, from version 4.0 on.</summary>
    /// <param name="Value">Such as <c>${data.kind}</c>.</param>
    /// <param name="Cases">What is shown, by value; <c>default</c> for all others. At least one.</param>
    public sealed record Switch(string Value, IReadOnlyDictionary<string, IReadOnlyList<FlowComponent>> Cases) : FlowComponent
    {
        private protected override string Type => "Switch";

        internal override IEnumerable<string> Inputs => Cases.Values.SelectMany(static one => one).OfType<FlowComponent>().SelectMany(static child => child.Inputs);

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Text(checks, $"{path}.value", Value, int.MaxValue);
            checks.Count($"{path}.cases", Cases.Count, 1, int.MaxValue);
            var before = flow.Footers;
            var most = 0;
            foreach (var (name, children) in Cases)
            {
                flow.Footers = 0;
                CheckAll(checks, $"{path}.cases.{name}", children, flow, depth + 1);
                most = Math.Max(most, flow.Footers);
            }

            flow.Footers = before + most;
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("value"u8, Value);
            writer.WriteStartObject("cases"u8);
            foreach (var (name, children) in Cases)
            {
                writer.WriteStartArray(name);
                foreach (var child in children)
                    child.Write(writer);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }
    }
}
