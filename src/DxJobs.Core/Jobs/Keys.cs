namespace DxJobs.Core.Jobs;

/// <summary>What jobs are counted by. Values are spelt as AWS spells them.</summary>
internal readonly record struct StateAndType(string State, string Type);

/// <summary>What error entries are counted by.</summary>
internal readonly record struct TypeAndCode(string Type, string Code);

/// <summary>What error entries are counted by, too; an entry without a resource type has an empty one.</summary>
internal readonly record struct CodeAndResource(string Code, string ResourceType);

/// <summary>What error entries that name a limit are counted by.</summary>
internal readonly record struct TypeAndLimit(string Type, string LimitName);

/// <summary>What jobs that ended lately are counted by; the window as configured, such as <c>15m</c>.</summary>
internal readonly record struct StateTypeAndWindow(string State, string Type, string Window);

/// <summary>What the jobs of one data set are counted by.</summary>
internal readonly record struct DataSetAndState(string DataSetId, string State);
